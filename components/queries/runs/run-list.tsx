"use client";

import { History } from "lucide-react";
import Link from "next/link";
import { useQueryStates } from "nuqs";
import { errorBodyOf } from "@/components/figures/fetch-json";
import type { Place } from "@/components/figures/place";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { TableSkeleton } from "@/components/ui/skeleton";
import { listFilter, runningFilter } from "./list-filters";
import { RUN_FILTERS } from "./run-filters";
import { type RunChoices, RunFilterBar } from "./run-filter-bar";
import { RunsTable } from "./runs-table";
import { useRuns } from "./use-runs";

export type RunListProps = {
  slug: string;
  place: Place;
  /** ISO 8601. */
  now: string;
  choices: RunChoices;
};

/** The history of the workspace's questions, with those that go on right now on top. */
export function RunList({ slug, place, now, choices }: RunListProps) {
  const [filters, setFilters] = useQueryStates(RUN_FILTERS);
  const running = useRuns(slug, runningFilter(filters, choices.me));
  const list = useRuns(slug, listFilter(filters, choices.me, now));
  const { data, error, refetch, isFetchingNextPage, hasNextPage, fetchNextPage, isPlaceholderData } = list;
  const going = running.data?.pages.flatMap((page) => page.runs) ?? [];
  const past = data?.pages.flatMap((page) => page.runs).filter((run) => run.state !== "RUNNING") ?? [];
  const isFiltered = Object.entries(filters).some(
    ([name, value]) => value !== null && value !== "everybody" && name !== "sort",
  );
  if (data && past.length === 0 && going.length === 0 && !isFiltered) return <NoRuns slug={slug} />;
  const table = { slug, place, now };
  return (
    <>
      <RunFilterBar choices={choices} filters={filters} onChange={(change) => void setFilters(change)} />
      {going.length > 0 ? (
        <section aria-labelledby="running-now">
          <h2 id="running-now" className="mb-1 text-base font-semibold">
            Running now
          </h2>
          <RunsTable {...table} label="Running now" runs={going} />
        </section>
      ) : null}
      {data ? (
        past.length > 0 ? (
          <div aria-busy={isPlaceholderData} className={isPlaceholderData ? "opacity-60" : undefined}>
            <RunsTable {...table} label="Runs" runs={past} />
          </div>
        ) : (
          <NothingFound onClear={() => void setFilters(null)} />
        )
      ) : error ? (
        <ErrorState error={errorBodyOf(error)} onRetry={() => void refetch()} />
      ) : (
        <TableSkeleton rows={8} columns={6} />
      )}
      {hasNextPage ? (
        <Button className="self-start" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show more runs
        </Button>
      ) : null}
    </>
  );
}

function NothingFound({ onClear }: { onClear: () => void }) {
  return (
    <div className="flex flex-wrap items-center gap-3 py-8 text-sm text-ink-2">
      No run matches.
      <Button size="sm" onClick={onClear}>
        Clear the filters
      </Button>
    </div>
  );
}

function NoRuns({ slug }: { slug: string }) {
  return (
    <EmptyState
      icon={<History />}
      title="Nothing was asked yet"
      description="Each time a query is asked, by a dashboard, a report or a person, it stands here: who asked, how long it took and what came of it."
      action={
        <Button asChild>
          <Link href={`/${slug}/queries`}>Go to the library</Link>
        </Button>
      }
    />
  );
}
