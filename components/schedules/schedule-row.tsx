"use client";

import Link from "next/link";
import type { Place } from "@/components/figures/place";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusBadge } from "@/components/ui/status-badge";
import { TableCell, TableRow } from "@/components/ui/table";
import { ExecutionState } from "@/lib/executions/schemas";
import { formatDayTime } from "@/lib/format/day-time";
import type { ScheduleSummary } from "@/lib/schedules/schemas";

type ScheduleRowProps = { slug: string; place: Place; now: string; schedule: ScheduleSummary };

export function ScheduleRow({ slug, place, now, schedule }: ScheduleRowProps) {
  return (
    <TableRow interactive>
      <TableCell className="max-w-0 min-w-44 sm:w-1/3">
        <Link
          href={`/${slug}/schedules/${schedule.id}`}
          className="block truncate font-medium text-ink hover:underline"
        >
          {schedule.name}
        </Link>
        <p className="truncate text-ink-2">{schedule.reportName}</p>
        <p className="mt-1 sm:hidden">
          <StatusBadge kind="schedule" state={schedule.state} />
        </p>
      </TableCell>
      <TableCell className="hidden text-ink-2 lg:table-cell">{schedule.timing}</TableCell>
      <TableCell className="whitespace-nowrap">
        {schedule.nextRunAt ? (
          <>
            <span className="block tabular-nums">{formatDayTime(schedule.nextRunAt, now, place)}</span>
            <NextRunDistance at={schedule.nextRunAt} place={place} now={now} />
          </>
        ) : (
          <span className="text-ink-2">None</span>
        )}
      </TableCell>
      <TableCell className="hidden whitespace-nowrap sm:table-cell">
        <LastRun slug={slug} place={place} now={now} schedule={schedule} />
      </TableCell>
      <TableCell numeric className="hidden md:table-cell">
        {schedule.recipientCount.toLocaleString(place.locale)}
      </TableCell>
      <TableCell className="hidden sm:table-cell">
        <StatusBadge kind="schedule" state={schedule.state} />
        {schedule.stateReason ? (
          <p className="mt-1 line-clamp-2 min-w-40 text-xs text-ink-2">{schedule.stateReason}</p>
        ) : null}
      </TableCell>
    </TableRow>
  );
}

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;

/** "in 2 hours" while that is near, "in 11 days" when it is not: the date stands above already. */
function NextRunDistance({ at, place, now }: { at: string; place: Place; now: string }) {
  const distanceMs = new Date(at).getTime() - new Date(now).getTime();
  if (distanceMs < WEEK_MS) return <RelativeTime at={at} {...place} now={now} className="text-ink-2" />;
  const words = new Intl.RelativeTimeFormat(place.locale).format(Math.round(distanceMs / DAY_MS), "day");
  return <span className="text-ink-2">{words}</span>;
}

function LastRun({ slug, place, now, schedule }: ScheduleRowProps) {
  const { lastExecution, lastRunAt } = schedule;
  const state = ExecutionState.safeParse(lastExecution?.state);
  if (!lastExecution || !state.success) return <span className="text-ink-2">Never</span>;
  return (
    <>
      <Link href={`/${slug}/deliveries/${lastExecution.id}`} className="inline-block rounded-full">
        <StatusBadge kind="execution" state={state.data} />
      </Link>
      {lastRunAt ? (
        <p className="mt-0.5 text-ink-2">
          <RelativeTime at={lastRunAt} {...place} now={now} />
        </p>
      ) : null}
    </>
  );
}
