"use client";

import { useQuery } from "@tanstack/react-query";
import { fetchJson } from "@/components/figures/fetch-json";
import type { SourceSchema } from "@/lib/data-sources/schemas";
import type { QueryPreview } from "@/lib/queries/schemas";
import { newId } from "./builder/builder-names";
import { beginWith } from "./builder/builder-state";
import type { LoadValues } from "./builder/builder-scope";

/** What the source offers. A source that does not answer is not asked twice: one can write without it. */
export function useSourceSchema(workspace: string, dataSourceId: string) {
  return useQuery({
    queryKey: ["query-source-schema", workspace, dataSourceId],
    queryFn: ({ signal }): Promise<SourceSchema> =>
      fetchJson(`/api/v1/data-sources/${dataSourceId}/schema?workspace=${encodeURIComponent(workspace)}`, {
        signal,
      }),
    enabled: dataSourceId !== "",
    retry: false,
    staleTime: 5 * 60_000,
  });
}

const MOST_VALUES = 200;

/** The values of a column, the most frequent first: a question like any other, made as the builder makes them. */
export function valuesLoader(workspace: string, dataSourceId: string, schema: SourceSchema | undefined) {
  const load: LoadValues = async ({ schema: group, table, column }, signal) => {
    const found = schema?.tables.find((entry) => entry.schema === group && entry.name === table);
    const type = found?.columns.find(({ name }) => name === column)?.valueType;
    if (!type) return [];
    const begun = beginWith({ schema: group, name: table });
    const tableId = begun.tables[0]?.id ?? "";
    const valueId = newId(begun, "value");
    const rowsId = newId({ ...begun, dimensions: [] }, "rows");
    const builder = {
      ...begun,
      dimensions: [
        { id: valueId, name: "Value", field: { kind: "column", table: tableId, column, type }, grain: null },
      ],
      measures: [{ id: rowsId, kind: "count", name: "Rows" }],
      sort: [{ by: rowsId, direction: "descending" }],
      limit: MOST_VALUES,
    };
    const { rows } = await fetchJson<QueryPreview>(
      `/api/v1/queries/preview?workspace=${encodeURIComponent(workspace)}`,
      {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ dataSourceId, definition: { kind: "builder", builder } }),
        signal,
      },
    );
    return rows.flatMap(([value]) => (value === null || value === undefined ? [] : [String(value)]));
  };
  return load;
}
