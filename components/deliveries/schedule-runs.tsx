"use client";

import { useState } from "react";
import type { Place } from "@/components/figures/place";
import { errorBodyOf } from "@/components/figures/fetch-json";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { ErrorState } from "@/components/ui/error-state";
import { TableSkeleton } from "@/components/ui/skeleton";
import { useRuns } from "./queries";
import { SCHEDULE_RUNS } from "./run-words";
import { RunsTable } from "./runs-table";

type ScheduleRunsProps = { slug: string; place: Place; now: string; scheduleId: string };

/** What a schedule did so far, live. */
export function ScheduleRuns({ slug, place, now, scheduleId }: ScheduleRunsProps) {
  const [limit, setLimit] = useState(SCHEDULE_RUNS);
  const { data, error, refetch, isFetching } = useRuns(slug, { scheduleId, limit });
  return (
    <Card>
      <CardHeader>
        <CardTitle>Runs</CardTitle>
      </CardHeader>
      <CardContent className="pt-2">
        {data ? (
          data.executions.length > 0 ? (
            <RunsTable slug={slug} place={place} now={now} runs={data.executions} named={false} />
          ) : (
            <p className="py-2 text-13 text-ink-2">
              It has not run yet. “Send me a test” shows what arrives, to you alone.
            </p>
          )
        ) : error ? (
          <ErrorState
            size="card"
            headingLevel={3}
            error={errorBodyOf(error)}
            onRetry={() => void refetch()}
          />
        ) : (
          <TableSkeleton rows={4} columns={5} />
        )}
        {data?.hasMore ? (
          <Button
            size="sm"
            className="mt-3"
            loading={isFetching}
            onClick={() => setLimit((before) => before + SCHEDULE_RUNS)}
          >
            Show older runs
          </Button>
        ) : null}
      </CardContent>
    </Card>
  );
}
