"use client";

import { errorBodyOf } from "@/components/figures/fetch-json";
import type { Place } from "@/components/figures/place";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton, SkeletonGroup } from "@/components/ui/skeleton";
import { DeliveryLog } from "./delivery-log";
import { useRun } from "./queries";
import { RunContents } from "./run-contents";
import { RunFacts } from "./run-facts";
import { RunFiles } from "./run-files";
import { RunNotice, type RunVerbs } from "./run-notice";

export type RunRights = { readDeliveries: boolean; resend: boolean; release: boolean; cancel: boolean };

type RunViewProps = {
  slug: string;
  place: Place;
  now: string;
  executionId: string;
  can: RunRights;
  verbs: RunVerbs;
};

/** One run: what became of it, its files, and who received it. Live while it is under way. */
export function RunView({ slug, place, now, executionId, can, verbs }: RunViewProps) {
  const { data: run, error, refetch } = useRun(slug, executionId);
  if (!run && error) return <ErrorState error={errorBodyOf(error)} onRetry={() => void refetch()} />;
  if (!run) {
    return (
      <SkeletonGroup label="Loading the run" className="grid gap-4">
        <Skeleton className="h-28 rounded-lg" />
        <Skeleton className="h-64 rounded-lg" />
      </SkeletonGroup>
    );
  }
  return (
    <>
      <RunNotice run={run} can={can} verbs={verbs} onDone={() => void refetch()} />
      <RunFacts run={run} place={place} />
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
        <RunFiles slug={slug} place={place} now={now} run={run} />
        <RunContents run={run} locale={place.locale} />
      </div>
      {can.readDeliveries ? (
        <DeliveryLog
          run={run}
          place={place}
          now={now}
          mayResend={can.resend}
          resend={verbs.resendDeliveries}
          onDone={() => void refetch()}
        />
      ) : null}
    </>
  );
}
