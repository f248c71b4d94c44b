"use client";

import Link from "next/link";
import type { Place } from "@/components/figures/place";
import { Badge } from "@/components/ui/badge";
import { StatusBadge } from "@/components/ui/status-badge";
import { TableCell, TableRow } from "@/components/ui/table";
import type { ExecutionSummary } from "@/lib/executions/schemas";
import { formatDateTime } from "@/lib/format/dates";
import { formatDayTime } from "@/lib/format/day-time";
import { NO_VALUE } from "@/lib/format/value";
import { RunProgress } from "./run-progress";
import { dueAt, progressOf, runName, tookText } from "./run-words";

type RunRowProps = { slug: string; place: Place; now: string; run: ExecutionSummary; named: boolean };

export function RunRow({ slug, place, now, run, named }: RunRowProps) {
  const due = (
    <time dateTime={dueAt(run)} title={formatDateTime(dueAt(run), place)} className="tabular-nums">
      {formatDayTime(dueAt(run), now, place)}
    </time>
  );
  const href = `/${slug}/deliveries/${run.id}`;
  const linkClasses = "font-medium text-ink hover:underline";
  return (
    <TableRow interactive>
      {named ? (
        <TableCell className="max-w-0 min-w-36 sm:w-1/4">
          <Link href={href} className={`block truncate ${linkClasses}`}>
            {runName(run)}
          </Link>
          {run.scheduleName && run.scheduleName !== run.reportName ? (
            <p className="truncate text-ink-2">{run.reportName}</p>
          ) : null}
        </TableCell>
      ) : null}
      <TableCell className="sm:whitespace-nowrap">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          {named ? (
            due
          ) : (
            <Link href={href} className={linkClasses}>
              {due}
            </Link>
          )}
          <TriggerBadge run={run} />
        </span>
      </TableCell>
      <TableCell>
        <StatusBadge kind="execution" state={run.state} />
        {run.deliveries.total > 0 ? (
          <p className="mt-1 text-ink-2 tabular-nums sm:hidden">{progressOf(run)?.text}</p>
        ) : null}
      </TableCell>
      <TableCell className="hidden min-w-40 sm:table-cell">
        <RunProgress run={run} />
      </TableCell>
      <TableCell numeric className="hidden lg:table-cell">
        {run.rows === null ? NO_VALUE : run.rows.toLocaleString(place.locale)}
      </TableCell>
      <TableCell numeric className="hidden lg:table-cell">
        {tookText(run, place.locale)}
      </TableCell>
      <TableCell className="hidden max-w-0 min-w-56 text-ink-2 md:table-cell md:w-1/3">
        <p className="line-clamp-2" title={run.stateReason ?? undefined}>
          {run.stateReason}
        </p>
      </TableCell>
    </TableRow>
  );
}

/** A run that was not started by the clock says so. */
export function TriggerBadge({ run }: { run: Pick<ExecutionSummary, "trigger"> }) {
  if (run.trigger === "SCHEDULE") return null;
  return <Badge tone="outline">{run.trigger === "TEST" ? "Test" : "By hand"}</Badge>;
}
