"use client";

import type { Place } from "@/components/figures/place";
import { Table, TableBody, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { zoneName } from "@/lib/format/dates";
import type { ExecutionSummary } from "@/lib/executions/schemas";
import { RunRow } from "./run-row";

type RunsTableProps = {
  slug: string;
  place: Place;
  now: string;
  runs: readonly ExecutionSummary[];
  /** Off on the page of one schedule, where every run has the same name. */
  named?: boolean;
};

export function RunsTable({ slug, place, now, runs, named = true }: RunsTableProps) {
  return (
    <Table label="Runs">
      <TableHeader>
        <TableRow>
          {named ? <TableHead>Run</TableHead> : null}
          <TableHead unit={`(${zoneName(now, place)})`}>Due</TableHead>
          <TableHead>State</TableHead>
          <TableHead className="hidden sm:table-cell">Delivered</TableHead>
          <TableHead numeric className="hidden lg:table-cell">
            Rows
          </TableHead>
          <TableHead numeric className="hidden lg:table-cell">
            Took
          </TableHead>
          <TableHead className="hidden md:table-cell">What happened</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {runs.map((run) => (
          <RunRow key={run.id} slug={slug} place={place} now={now} run={run} named={named} />
        ))}
      </TableBody>
    </Table>
  );
}
