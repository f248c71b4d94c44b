"use client";

import { Plus, Users } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import type { Place } from "@/components/figures/place";
import { SearchBox } from "@/components/forms/search-box";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { ListSummary } from "@/lib/distribution/schemas";

type ListListProps = {
  slug: string;
  place: Place;
  now: string;
  lists: readonly ListSummary[];
  mayCreate: boolean;
};

export function ListList({ slug, place, now, lists, mayCreate }: ListListProps) {
  const [search, setSearch] = useState("");
  if (lists.length === 0) return <NoLists slug={slug} mayCreate={mayCreate} />;
  const words = search.trim().toLowerCase();
  const found = lists.filter((list) => `${list.name} ${list.description}`.toLowerCase().includes(words));
  return (
    <>
      <SearchBox className="max-w-sm" label="Search lists" value={search} onChange={setSearch} />
      {found.length === 0 ? (
        <p className="py-8 text-sm text-ink-2">No list matches “{search}”.</p>
      ) : (
        <Table label="Lists">
          <TableHeader>
            <TableRow>
              <TableHead>List</TableHead>
              <TableHead numeric>Members</TableHead>
              <TableHead className="hidden sm:table-cell">Used by</TableHead>
              <TableHead className="hidden md:table-cell">Changed</TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            {found.map((list) => (
              <TableRow key={list.id} interactive>
                <TableCell className="max-w-0 min-w-44 md:w-1/2">
                  <Link
                    href={`/${slug}/lists/${list.id}`}
                    className="block truncate font-medium text-ink hover:underline"
                  >
                    {list.name}
                  </Link>
                  {list.description ? <p className="truncate text-ink-2">{list.description}</p> : null}
                </TableCell>
                <TableCell numeric>{list.memberCount.toLocaleString(place.locale)}</TableCell>
                <TableCell className="hidden whitespace-nowrap text-ink-2 sm:table-cell">
                  {schedulesWords(list.scheduleCount)}
                </TableCell>
                <TableCell className="hidden text-ink-2 md:table-cell">
                  <RelativeTime at={list.updatedAt} {...place} now={now} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </>
  );
}

function schedulesWords(count: number): string {
  if (count === 0) return "No schedule";
  return count === 1 ? "1 schedule" : `${count} schedules`;
}

function NoLists({ slug, mayCreate }: Pick<ListListProps, "slug" | "mayCreate">) {
  return (
    <EmptyState
      icon={<Users />}
      title="No lists yet"
      description={
        mayCreate
          ? "A list names the people who receive a report together. Schedules send to a list, so that people join and leave in one place."
          : "A list names the people who receive a report together. An admin can make one."
      }
      action={mayCreate ? <NewListButton slug={slug} /> : undefined}
    />
  );
}

export function NewListButton({ slug }: { slug: string }) {
  return (
    <Button asChild variant="primary">
      <Link href={`/${slug}/lists/new`}>
        <Plus aria-hidden />
        New list
      </Link>
    </Button>
  );
}
