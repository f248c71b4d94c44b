"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { fetchJson } from "@/components/figures/fetch-json";
import type { TableModel } from "@/lib/charts/types";
import type { SourceSchema } from "@/lib/data-sources/schemas";

export const dataSourceKeys = {
  all: (workspace: string) => ["data-sources", workspace] as const,
  schema: (workspace: string, dataSourceId: string) =>
    [...dataSourceKeys.all(workspace), dataSourceId, "schema"] as const,
  sample: (workspace: string, dataSourceId: string, schema: string, table: string) =>
    [...dataSourceKeys.all(workspace), dataSourceId, "sample", schema, table] as const,
};

const path = (workspace: string, dataSourceId: string, what: string, query: Record<string, string> = {}) =>
  `/api/v1/data-sources/${dataSourceId}/${what}?${new URLSearchParams({ workspace, ...query })}`;

/** What can be read. A source that does not answer is not asked twice. */
export function useSourceSchema(workspace: string, dataSourceId: string) {
  return useQuery({
    queryKey: dataSourceKeys.schema(workspace, dataSourceId),
    queryFn: ({ signal }) => fetchJson<SourceSchema>(path(workspace, dataSourceId, "schema"), { signal }),
    retry: false,
    staleTime: 5 * 60_000,
  });
}

/** Asks the source itself; what was known stays when it does not answer. */
export function useRefreshSchema(workspace: string, dataSourceId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => fetchJson<SourceSchema>(path(workspace, dataSourceId, "schema", { fresh: "1" })),
    onSuccess: (schema) => client.setQueryData(dataSourceKeys.schema(workspace, dataSourceId), schema),
  });
}

/** The first rows of a table, asked for when somebody wants to see them. */
export function useTableSample(
  workspace: string,
  { dataSourceId, schema, table }: { dataSourceId: string; schema: string; table: string },
  enabled: boolean,
) {
  return useQuery({
    queryKey: dataSourceKeys.sample(workspace, dataSourceId, schema, table),
    queryFn: ({ signal }) =>
      fetchJson<TableModel>(path(workspace, dataSourceId, "sample", { schema, table }), { signal }),
    enabled,
    retry: false,
    staleTime: 60_000,
  });
}
