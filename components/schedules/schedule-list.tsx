"use client";

import { CalendarClock, Plus } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import type { Place } from "@/components/figures/place";
import { SearchBox } from "@/components/forms/search-box";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, TableBody, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { zoneName } from "@/lib/format/dates";
import type { ScheduleSummary } from "@/lib/schedules/schemas";
import { ScheduleRow } from "./schedule-row";

type ScheduleListProps = {
  slug: string;
  place: Place;
  now: string;
  schedules: readonly ScheduleSummary[];
  mayCreate: boolean;
  /** False while no report was published: there is nothing to send yet. */
  hasReports: boolean;
};

export function ScheduleList(props: ScheduleListProps) {
  const { slug, place, now, schedules } = props;
  const [search, setSearch] = useState("");
  if (schedules.length === 0) return <NoSchedules {...props} />;
  const words = search.trim().toLowerCase();
  const found = schedules.filter((schedule) =>
    `${schedule.name} ${schedule.reportName} ${schedule.ownerName ?? ""}`.toLowerCase().includes(words),
  );
  return (
    <>
      <SearchBox className="max-w-sm" label="Search schedules" value={search} onChange={setSearch} />
      {found.length === 0 ? (
        <p className="py-8 text-sm text-ink-2">No schedule matches “{search}”.</p>
      ) : (
        <Table label="Schedules">
          <TableHeader>
            <TableRow>
              <TableHead>Schedule</TableHead>
              <TableHead className="hidden lg:table-cell">When</TableHead>
              <TableHead unit={`(${zoneName(now, place)})`}>Next run</TableHead>
              <TableHead className="hidden sm:table-cell">Last run</TableHead>
              <TableHead numeric className="hidden md:table-cell">
                Recipients
              </TableHead>
              <TableHead className="hidden sm:table-cell">State</TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            {found.map((schedule) => (
              <ScheduleRow key={schedule.id} slug={slug} place={place} now={now} schedule={schedule} />
            ))}
          </TableBody>
        </Table>
      )}
    </>
  );
}

function NoSchedules({ slug, mayCreate, hasReports }: ScheduleListProps) {
  return (
    <EmptyState
      icon={<CalendarClock />}
      title="No schedules yet"
      description={
        hasReports || !mayCreate
          ? "A schedule sends a report by itself: at its time, to the people you choose, with a record of who received it."
          : "A schedule sends a report by itself. Publish a report first; then it can be scheduled here."
      }
      action={
        mayCreate ? (
          hasReports ? (
            <NewScheduleButton slug={slug} />
          ) : (
            <Button asChild variant="primary">
              <Link href={`/${slug}/reports`}>Go to the reports</Link>
            </Button>
          )
        ) : undefined
      }
      example={
        <p>
          For example: <span className="font-medium text-ink">Clinic operations, monthly</span> – the first of
          each month at 07:30, Berlin, as a PDF to the list Clinic managers.
        </p>
      }
    />
  );
}

export function NewScheduleButton({ slug }: { slug: string }) {
  return (
    <Button asChild variant="primary">
      <Link href={`/${slug}/schedules/new`}>
        <Plus aria-hidden />
        New schedule
      </Link>
    </Button>
  );
}
