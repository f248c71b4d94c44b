import type { FigureColumns, FigureColumnsInput } from "@/lib/dashboards/schemas";
import type { QueryDto, QuerySummary } from "@/lib/queries/schemas";
import type { RangeChoice } from "@/lib/time/ranges";
import { fetchJson } from "./fetch-json";
import { savedOptions } from "./parameter-options";
import type { VisualFormProps } from "./visual-form";

export type FigureSources = Pick<
  VisualFormProps,
  "queries" | "loadColumns" | "loadParameters" | "parameterOptions" | "suggest"
>;

/** The columns of a query's answer, and the figure that suits them. `workspace` is its slug. Throws ApiError. */
export const describeQuery = (
  workspace: string,
  input: FigureColumnsInput,
  signal?: AbortSignal,
): Promise<FigureColumns> =>
  fetchJson(`/api/v1/figures/columns?${new URLSearchParams({ workspace })}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(input),
    signal,
  });

/** What a `VisualForm` needs to know of the workspace's queries, read from the API. */
export function figureSources(
  workspace: string,
  queries: readonly QuerySummary[],
  range: RangeChoice,
): FigureSources {
  const describe = (input: FigureColumnsInput) => describeQuery(workspace, input);
  return {
    queries,
    loadColumns: async (queryId, parameters) => (await describe({ queryId, parameters, range })).columns,
    suggest: async (queryId, parameters) => (await describe({ queryId, parameters, range })).suggestion,
    loadParameters: async (queryId) =>
      (await fetchJson<QueryDto>(`/api/v1/queries/${queryId}?${new URLSearchParams({ workspace })}`))
        .definition.parameters,
    parameterOptions: (queryId) => savedOptions(workspace, queryId),
  };
}
