"use client";

import { Send } from "lucide-react";
import Link from "next/link";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useState } from "react";
import { errorBodyOf } from "@/components/figures/fetch-json";
import type { Place } from "@/components/figures/place";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { TableSkeleton } from "@/components/ui/skeleton";
import { useRuns } from "./queries";
import { RUN_FILTER_KEYS, RUN_FILTERS, RUN_PAGE } from "./run-words";
import { RunsTable } from "./runs-table";

const MAX_RUNS = 200;

type RunListProps = { slug: string; place: Place; now: string };

/** Every run of the workspace, live, by what became of it. */
export function RunList({ slug, place, now }: RunListProps) {
  const [filter, setFilter] = useQueryState("show", parseAsStringLiteral(RUN_FILTER_KEYS).withDefault("all"));
  const [limit, setLimit] = useState(RUN_PAGE);
  const { data, error, refetch, isFetching } = useRuns(slug, { states: RUN_FILTERS[filter].states, limit });
  const runs = data?.executions ?? [];
  if (data && runs.length === 0 && filter === "all") return <NoRuns slug={slug} />;
  return (
    <>
      <SegmentedControl
        label="Show"
        value={filter}
        onValueChange={(key) => void setFilter(key)}
        options={RUN_FILTER_KEYS.map((key) => ({ value: key, label: RUN_FILTERS[key].label }))}
        className="self-start"
      />
      {data ? (
        runs.length > 0 ? (
          <RunsTable slug={slug} place={place} now={now} runs={runs} />
        ) : (
          <p className="py-8 text-sm text-ink-2">{NOTHING[filter]}</p>
        )
      ) : error ? (
        <ErrorState error={errorBodyOf(error)} onRetry={() => void refetch()} />
      ) : (
        <TableSkeleton rows={8} columns={6} />
      )}
      {data?.hasMore && limit < MAX_RUNS ? (
        <Button
          className="self-start"
          loading={isFetching}
          onClick={() => setLimit((before) => Math.min(before + RUN_PAGE, MAX_RUNS))}
        >
          Show older runs
        </Button>
      ) : null}
    </>
  );
}

const NOTHING = {
  all: "",
  attention: "Nothing needs attention: no run is held or failed.",
  open: "No run is under way.",
  done: "No run has ended yet.",
} as const;

function NoRuns({ slug }: { slug: string }) {
  return (
    <EmptyState
      icon={<Send />}
      title="Nothing was sent yet"
      description="Every run of a schedule stands here, with who received it, when, and which files."
      action={
        <Button asChild>
          <Link href={`/${slug}/schedules`}>Go to the schedules</Link>
        </Button>
      }
    />
  );
}
