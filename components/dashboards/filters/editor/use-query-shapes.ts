"use client";

import { useQueries } from "@tanstack/react-query";
import { figureSources } from "@/components/figures/figure-sources";
import type { WidgetDto } from "@/lib/dashboards/schemas";
import type { RangeChoice } from "@/lib/time/ranges";
import type { QueryShape } from "./filter-candidates";

/** The parameters and columns of the queries that widgets show; those that cannot be read are left out. */
export function useQueryShapes(workspace: string, widgets: readonly WidgetDto[], range: RangeChoice) {
  const { loadParameters, loadColumns } = figureSources(workspace, [], range);
  const ids = [...new Set(widgets.flatMap(({ queryId }) => queryId ?? []))];
  const answers = useQueries({
    queries: ids.map((queryId) => ({
      queryKey: ["dashboards", workspace, "shape", queryId],
      queryFn: async (): Promise<QueryShape> => ({
        parameters: (await loadParameters?.(queryId)) ?? [],
        // A query that needs a value first still has its parameters.
        columns: await loadColumns(queryId, {}).catch(() => []),
      }),
    })),
  });
  return {
    isLoading: answers.some(({ isPending }) => isPending),
    shapes: new Map(ids.flatMap((id, index) => (answers[index]?.data ? [[id, answers[index].data]] : []))),
  };
}
