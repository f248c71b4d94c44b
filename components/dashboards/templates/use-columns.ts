"use client";

import { type UseQueryResult, useQueries } from "@tanstack/react-query";
import { describeQuery } from "@/components/figures/figure-sources";
import type { ResultColumn } from "@/lib/charts/types";

export type ColumnsResult = Pick<UseQueryResult<ResultColumn[]>, "data" | "error">;

/** The columns of several queries, by their ids. */
export function useColumns(slug: string, queryIds: readonly string[]): ReadonlyMap<string, ColumnsResult> {
  const ids = [...new Set(queryIds)];
  const results = useQueries({
    queries: ids.map((queryId) => ({
      queryKey: ["workspace-template-columns", slug, queryId],
      queryFn: ({ signal }: { signal: AbortSignal }) => columnsOf(slug, queryId, signal),
      retry: false,
    })),
  });
  return new Map(ids.flatMap((id, index) => (results[index] ? [[id, results[index]] as const] : [])));
}

async function columnsOf(slug: string, queryId: string, signal: AbortSignal): Promise<ResultColumn[]> {
  // Columns are the same whatever the period.
  const range = { kind: "relative", name: "last_30_days" } as const;
  return (await describeQuery(slug, { queryId, range }, signal)).columns;
}
