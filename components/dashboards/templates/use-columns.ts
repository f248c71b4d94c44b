"use client";

import { type UseQueryResult, useQueries } from "@tanstack/react-query";
import { fetchJson } from "@/components/figures/fetch-json";
import type { ResultColumn } from "@/lib/charts/types";
import type { FigureColumns, FigureColumnsInput } from "@/lib/dashboards/schemas";

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
  const input: FigureColumnsInput = { queryId, range: { kind: "relative", name: "last_30_days" } };
  const { columns } = await fetchJson<FigureColumns>(
    `/api/v1/figures/columns?workspace=${encodeURIComponent(slug)}`,
    {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(input),
      signal,
    },
  );
  return columns;
}
