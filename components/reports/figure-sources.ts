import { fetchJson } from "@/components/figures/fetch-json";
import type { VisualSpec } from "@/lib/charts/spec";
import type { ResultColumn } from "@/lib/charts/types";
import type { ParameterDefinition, QueryDto, QuerySummary } from "@/lib/queries/schemas";
import type { FigureSources } from "./block-settings";

/** Reads what the figure forms need from the API of the workspace. */
export function figureSources(slug: string, queries: QuerySummary[]): FigureSources {
  const at = (queryId: string, rest = "") =>
    `/api/v1/queries/${queryId}${rest}?workspace=${encodeURIComponent(slug)}`;
  return {
    queries,
    loadColumns: async (queryId): Promise<ResultColumn[]> =>
      (await fetchJson<{ columns: ResultColumn[] }>(at(queryId, "/columns"))).columns,
    suggest: async (queryId): Promise<VisualSpec> =>
      (await fetchJson<{ suggestion: VisualSpec }>(at(queryId, "/columns"))).suggestion,
    loadParameters: async (queryId): Promise<ParameterDefinition[]> =>
      (await fetchJson<QueryDto>(at(queryId))).definition.parameters,
  };
}
