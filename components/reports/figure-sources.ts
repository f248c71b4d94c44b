import { fetchJson } from "@/components/figures/fetch-json";
import type { FigureColumns } from "@/lib/dashboards/schemas";
import type { QueryDto, QuerySummary } from "@/lib/queries/schemas";
import type { FigureSources } from "./block-settings";

/** Reads what the figure forms need from the API of the workspace. */
export function figureSources(slug: string, queries: QuerySummary[]): FigureSources {
  const workspace = `workspace=${encodeURIComponent(slug)}`;
  const readColumns = (queryId: string) =>
    fetchJson<FigureColumns>(`/api/v1/figures/columns?${workspace}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ queryId, parameters: {}, range: { kind: "relative", name: "last_90_days" } }),
    });
  return {
    queries,
    loadColumns: async (queryId) => (await readColumns(queryId)).columns,
    suggest: async (queryId) => (await readColumns(queryId)).suggestion,
    loadParameters: async (queryId) =>
      (await fetchJson<QueryDto>(`/api/v1/queries/${queryId}?${workspace}`)).definition.parameters,
  };
}
