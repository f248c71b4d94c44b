"use client";

import type { Place } from "@/components/figures/place";
import { Table, TableBody, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { zoneName } from "@/lib/format/dates";
import type { RunDto } from "@/lib/queries/runs/schemas";
import { RunRow } from "./run-row";
import { useSeconds } from "./use-seconds";

type RunsTableProps = {
  slug: string;
  place: Place;
  now: string;
  label: string;
  runs: readonly RunDto[];
  /** Off on the page of one query, where every run has the same name. */
  named?: boolean;
};

export function RunsTable({ slug, place, now, label, runs, named = true }: RunsTableProps) {
  const nowMs = useSeconds(
    now,
    runs.some((run) => run.state === "RUNNING"),
  );
  return (
    <Table label={label}>
      <TableHeader>
        <TableRow>
          {named ? <TableHead>Question</TableHead> : null}
          <TableHead unit={`(${zoneName(now, place)})`}>Asked</TableHead>
          <TableHead className="hidden md:table-cell">By</TableHead>
          <TableHead>State</TableHead>
          <TableHead numeric className="hidden sm:table-cell">
            Took
          </TableHead>
          <TableHead numeric className="hidden sm:table-cell">
            Rows
          </TableHead>
          <TableHead className="hidden lg:table-cell">Checksum</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {runs.map((run) => (
          <RunRow key={run.id} slug={slug} place={place} now={now} nowMs={nowMs} run={run} named={named} />
        ))}
      </TableBody>
    </Table>
  );
}
