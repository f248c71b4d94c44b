"use client";

import { useQuery } from "@tanstack/react-query";
import { fetchJson } from "@/components/figures/fetch-json";
import type { SchemaTable } from "@/lib/data-sources/schemas";

export const dataSourceKeys = {
  all: (workspace: string) => ["data-sources", workspace] as const,
  tables: (workspace: string, dataSourceId: string) =>
    [...dataSourceKeys.all(workspace), dataSourceId, "tables"] as const,
};

/** What can be read, asked of the source itself: a source that does not answer is not asked twice. */
export function useSourceTables(workspace: string, dataSourceId: string) {
  return useQuery({
    queryKey: dataSourceKeys.tables(workspace, dataSourceId),
    queryFn: ({ signal }): Promise<SchemaTable[]> =>
      fetchJson(`/api/v1/data-sources/${dataSourceId}/tables?workspace=${encodeURIComponent(workspace)}`, {
        signal,
      }),
    retry: false,
    staleTime: 5 * 60_000,
  });
}
