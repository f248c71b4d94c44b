"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { fetchJson } from "@/components/figures/fetch-json";
import { sourceSchemaKey } from "@/components/figures/use-source-schema";
import type { TableModel } from "@/lib/charts/types";
import type { SourceSchema } from "@/lib/data-sources/schemas";

export const dataSourceKeys = {
  all: (workspace: string) => ["data-sources", workspace] as const,
  sample: (workspace: string, dataSourceId: string, schema: string, table: string) =>
    [...dataSourceKeys.all(workspace), dataSourceId, "sample", schema, table] as const,
};

const path = (workspace: string, dataSourceId: string, what: string, query: Record<string, string> = {}) =>
  `/api/v1/data-sources/${dataSourceId}/${what}?${new URLSearchParams({ workspace, ...query })}`;

/** Asks the source itself; what was known stays when it does not answer. */
export function useRefreshSchema(workspace: string, dataSourceId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => fetchJson<SourceSchema>(path(workspace, dataSourceId, "schema", { fresh: "1" })),
    onSuccess: (schema) => client.setQueryData(sourceSchemaKey(workspace, dataSourceId), schema),
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
