"use client";

import Link from "next/link";
import { errorBodyOf } from "@/components/figures/fetch-json";
import type { Place } from "@/components/figures/place";
import { ErrorState } from "@/components/ui/error-state";
import { TableSkeleton } from "@/components/ui/skeleton";
import { RunsTable } from "./runs-table";
import { useRuns } from "./use-runs";

const SHOWN = 20;

type QueryRunsProps = {
  slug: string;
  place: Place;
  /** ISO 8601. */
  now: string;
  queryId: string;
};

/** The last runs of one query, live, with the way to all of them. */
export function QueryRuns({ slug, place, now, queryId }: QueryRunsProps) {
  const { data, error, refetch } = useRuns(slug, { queryId, limit: SHOWN });
  if (error && !data)
    return <ErrorState size="card" error={errorBodyOf(error)} onRetry={() => void refetch()} />;
  const [page] = data?.pages ?? [];
  if (!page) return <TableSkeleton rows={4} columns={5} />;
  if (page.runs.length === 0)
    return (
      <p className="py-6 text-sm text-ink-2">
        No run yet that you may see. What was tried out before it was saved stands among all runs.
      </p>
    );
  return (
    <div className="flex flex-col gap-3">
      <RunsTable
        slug={slug}
        place={place}
        now={now}
        label="Runs of this query"
        runs={page.runs}
        named={false}
      />
      <Link
        href={`/${slug}/queries/runs?query=${queryId}`}
        className="self-start text-13 font-medium text-accent hover:underline"
      >
        All runs of this query
      </Link>
    </div>
  );
}
