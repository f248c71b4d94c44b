"use client";

import { useQuery } from "@tanstack/react-query";
import { fetchJson } from "@/components/figures/fetch-json";
import type { SourceSchema } from "@/lib/data-sources/schemas";

/** One key wherever tables are chosen: what was read anew in one place is known in the others. */
export const sourceSchemaKey = (workspace: string, dataSourceId: string) =>
  ["source-schema", workspace, dataSourceId] as const;

/** What the source offers. A source that does not answer is not asked twice: one can write without it. */
export function useSourceSchema(workspace: string, dataSourceId: string) {
  return useQuery({
    queryKey: sourceSchemaKey(workspace, dataSourceId),
    queryFn: ({ signal }): Promise<SourceSchema> =>
      fetchJson(`/api/v1/data-sources/${dataSourceId}/schema?workspace=${encodeURIComponent(workspace)}`, {
        signal,
      }),
    enabled: dataSourceId !== "",
    retry: false,
    staleTime: 5 * 60_000,
  });
}
