import type { ReactNode } from "react";
import type { Place } from "@/components/figures/place";
import { Card } from "@/components/ui/card";
import type { ExecutionDto } from "@/lib/executions/schemas";
import { formatDateTime } from "@/lib/format/dates";
import { NO_VALUE } from "@/lib/format/value";
import { CopyButton } from "./copy-button";
import { dueAt, tookText } from "./run-words";

/** The figures of a run on one line. */
export function RunFacts({ run, place }: { run: ExecutionDto; place: Place }) {
  const moment = (at: string | null) => (at ? formatDateTime(at, place) : NO_VALUE);
  return (
    <Card aria-label="Facts">
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4 p-4 text-13 sm:grid-cols-3 lg:grid-cols-6">
        <Fact name={run.scheduledFor ? "Due" : "Asked for"}>{moment(dueAt(run))}</Fact>
        <Fact name="Started">{moment(run.startedAt)}</Fact>
        <Fact name="Took">{tookText(run, place.locale)}</Fact>
        <Fact name="Data as of">{moment(run.asOf)}</Fact>
        <Fact name="Rows">{run.rows === null ? NO_VALUE : run.rows.toLocaleString(place.locale)}</Fact>
        <Fact name="Id">
          <span className="flex items-center gap-1">
            <code className="truncate font-mono text-xs">{run.publicId}</code>
            <CopyButton value={run.publicId} what="the id of the run" />
          </span>
        </Fact>
      </dl>
    </Card>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-ink-3">{name}</dt>
      <dd className="mt-0.5 text-ink tabular-nums">{children}</dd>
    </div>
  );
}
