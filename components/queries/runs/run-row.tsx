"use client";

import Link from "next/link";
import { cancelRun } from "@/app/(app)/[workspace]/queries/runs/actions";
import type { Place } from "@/components/figures/place";
import { ActionButton } from "@/components/forms/action-button";
import { runAction } from "@/components/forms/run-action";
import { Badge } from "@/components/ui/badge";
import { StatusBadge } from "@/components/ui/status-badge";
import { TableCell, TableRow } from "@/components/ui/table";
import { formatDateTime } from "@/lib/format/dates";
import { formatDayTime } from "@/lib/format/day-time";
import { NO_VALUE } from "@/lib/format/value";
import type { RunDto } from "@/lib/queries/runs/schemas";
import { askerOf, PURPOSE_WORDS, parametersText, questionOf, tookText } from "./run-words";
import { useRefreshRuns } from "./use-runs";

type RunRowProps = { slug: string; place: Place; now: string; nowMs: number; run: RunDto; named: boolean };

export function RunRow({ slug, place, now, nowMs, run, named }: RunRowProps) {
  return (
    <TableRow>
      {named ? (
        <TableCell className="max-w-0 min-w-32 align-top sm:w-1/4">
          <RunQuestion slug={slug} run={run} />
          <p className="truncate text-ink-2">
            {run.dataSourceName} · {PURPOSE_WORDS[run.purpose]}
          </p>
        </TableCell>
      ) : null}
      <TableCell className="align-top sm:whitespace-nowrap">
        <time dateTime={run.createdAt} title={formatDateTime(run.createdAt, place)} className="tabular-nums">
          {formatDayTime(run.createdAt, now, place)}
        </time>
        <p className="text-ink-2 md:hidden">{askerOf(run)}</p>
        {named ? null : <p className="text-ink-2">{PURPOSE_WORDS[run.purpose]}</p>}
      </TableCell>
      <TableCell className="hidden align-top whitespace-nowrap md:table-cell">{askerOf(run)}</TableCell>
      <TableCell className="max-w-0 min-w-36 align-top sm:w-1/3">
        <RunState slug={slug} run={run} took={tookText(run, nowMs, place.locale)} />
      </TableCell>
      <TableCell numeric className="hidden align-top sm:table-cell">
        {tookText(run, nowMs, place.locale)}
      </TableCell>
      <TableCell numeric className="hidden align-top sm:table-cell">
        {run.rows === null ? NO_VALUE : run.rows.toLocaleString(place.locale)}
      </TableCell>
      <TableCell className="hidden align-top lg:table-cell">
        <code className="font-mono text-xs text-ink-2" title="Equal for equal rows">
          {run.checksum ?? NO_VALUE}
        </code>
      </TableCell>
    </TableRow>
  );
}

function RunQuestion({ slug, run }: { slug: string; run: RunDto }) {
  if (!run.queryId) return <p className="truncate text-ink-2">{questionOf(run)}</p>;
  return (
    <Link
      href={`/${slug}/queries/${run.queryId}`}
      className="block truncate font-medium text-ink hover:underline"
    >
      {questionOf(run)}
    </Link>
  );
}

function RunState({ slug, run, took }: { slug: string; run: RunDto; took: string }) {
  const refresh = useRefreshRuns(slug);
  return (
    <>
      <span className="flex flex-wrap items-center gap-1.5">
        <StatusBadge kind="queryRun" state={run.state}>
          {run.isCancelling ? "Being cancelled" : undefined}
        </StatusBadge>
        <span className="text-ink-2 tabular-nums sm:hidden">{took}</span>
        {run.fromCache ? <Badge title="Answered without asking the source">Kept answer</Badge> : null}
        {run.isChanged ? (
          <Badge tone="info" title="The same question gave other rows the time before">
            Rows changed
          </Badge>
        ) : null}
        {run.mayCancel ? (
          <ActionButton
            size="sm"
            aria-label={`Cancel ${questionOf(run)}`}
            onAct={async () => {
              await runAction(cancelRun(slug, { runId: run.id }));
              await refresh();
            }}
          >
            Cancel
          </ActionButton>
        ) : null}
      </span>
      <RunDetails run={run} />
    </>
  );
}

/** One line, what went wrong before what it was asked with; all of both when it is opened. */
function RunDetails({ run }: { run: RunDto }) {
  const error = run.state === "RUNNING" ? null : run.error;
  const parameters = parametersText(run);
  if (!error && !parameters) return null;
  return (
    <details className="group mt-1">
      <summary className="cursor-pointer truncate rounded-sm marker:text-ink-3 group-open:whitespace-normal group-open:wrap-anywhere">
        {error ?? <span className="text-ink-2">{parameters}</span>}
      </summary>
      {error && parameters ? <p className="mt-1 wrap-anywhere text-ink-2">Asked with {parameters}</p> : null}
    </details>
  );
}
