"use client";

import { Skeleton, SkeletonGroup } from "@/components/ui/skeleton";
import type { NextRuns } from "@/lib/schedules/schemas";
import { cn } from "@/lib/utils/cn";
import { NextRunsList } from "./next-runs-list";

type NextRunsPreviewProps = {
  runs: NextRuns | undefined;
  /** Why there is nothing to show. */
  problem: string | null;
  updating: boolean;
};

/** What the chosen timing means, before anything is saved. */
export function NextRunsPreview({ runs, problem, updating }: NextRunsPreviewProps) {
  return (
    <div className="min-w-0 rounded-lg bg-sunken p-4">
      <h3 className="text-xs text-ink-3">In words</h3>
      <div aria-live="polite">
        {problem ? (
          <p className="mt-1 text-13 text-ink-2">{problem}</p>
        ) : runs ? (
          <p className="mt-1 font-serif text-xl text-balance text-ink">{runs.description}</p>
        ) : null}
      </div>
      {problem ? null : runs ? (
        <div className={cn("mt-4 transition-opacity", updating && "opacity-60")}>
          <h3 className="text-xs text-ink-3">Next runs</h3>
          {runs.runs.length > 0 ? (
            <NextRunsList runs={runs.runs} />
          ) : (
            <p className="mt-1 text-13 text-ink-2">It never runs between its first and its last day.</p>
          )}
        </div>
      ) : (
        <SkeletonGroup label="Loading the next runs" className="mt-2 flex flex-col gap-4">
          <Skeleton className="h-7 w-3/4" />
          {Array.from({ length: 10 }, (_, index) => (
            <Skeleton key={index} className="h-5" />
          ))}
        </SkeletonGroup>
      )}
    </div>
  );
}
