"use client";

import Link from "next/link";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { Pagination } from "@/components/ui/pagination";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { ListDetail } from "@/lib/distribution/schemas";

const PAGE_SIZE = 50;
const SEARCH_FROM = 10;

/** Who is on it, and which schedules send to it. */
export function ListView({ slug, list }: { slug: string; list: ListDetail }) {
  return (
    <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
      <MembersCard list={list} />
      <Card>
        <CardHeader>
          <CardTitle>Used by</CardTitle>
        </CardHeader>
        <CardContent className="pt-2 text-13">
          {list.usedBy.length > 0 ? (
            <ul aria-label="Used by">
              {list.usedBy.map((schedule) => (
                <li key={schedule.id} className="border-b border-rule py-2 last:border-b-0">
                  <Link href={`/${slug}/schedules/${schedule.id}`} className="font-medium hover:underline">
                    {schedule.name}
                  </Link>
                </li>
              ))}
            </ul>
          ) : (
            <p className="text-ink-2">No schedule sends to it.</p>
          )}
        </CardContent>
      </Card>
    </div>
  );
}

function MembersCard({ list }: { list: ListDetail }) {
  const [words, setWords] = useState("");
  const [page, setPage] = useState(1);
  const wanted = words.trim().toLowerCase();
  const found = list.members.filter(({ name, email }) => `${name} ${email}`.toLowerCase().includes(wanted));
  const shownPage = Math.min(page, Math.max(1, Math.ceil(found.length / PAGE_SIZE)));
  return (
    <Card>
      <CardHeader>
        <CardTitle>Members</CardTitle>
      </CardHeader>
      <CardContent className="flex flex-col gap-3 pt-2">
        {list.members.length >= SEARCH_FROM ? (
          <Input
            type="search"
            aria-label="Search members"
            placeholder="Search members"
            className="max-w-xs"
            value={words}
            onChange={({ target }) => setWords(target.value)}
          />
        ) : null}
        {list.members.length === 0 ? (
          <p className="text-13 text-ink-2">
            Nobody is on it yet. A run that finds nobody to send to is held.
          </p>
        ) : found.length === 0 ? (
          <p className="text-13 text-ink-2">Nobody matches “{words}”.</p>
        ) : (
          <MembersTable members={found.slice((shownPage - 1) * PAGE_SIZE, shownPage * PAGE_SIZE)} />
        )}
        {found.length > PAGE_SIZE ? (
          <Pagination
            page={shownPage}
            pageSize={PAGE_SIZE}
            total={found.length}
            noun="members"
            onPageChange={setPage}
          />
        ) : null}
      </CardContent>
    </Card>
  );
}

function MembersTable({ members }: { members: ListDetail["members"] }) {
  return (
    <Table label="Members">
      <TableHeader>
        <TableRow>
          <TableHead>Person</TableHead>
          <TableHead>E-mail</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {members.map((member) => (
          <TableRow key={member.email}>
            <TableCell>{member.name}</TableCell>
            <TableCell className="break-all">
              {member.email}
              {member.state === "INACTIVE" ? (
                <Badge tone="outline" className="ml-2">
                  Does not receive
                </Badge>
              ) : null}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
