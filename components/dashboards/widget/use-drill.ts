"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { fetchJson } from "@/components/figures/fetch-json";
import { conditionsOf, type Selection } from "@/lib/charts/selection";
import type { FigureWidget } from "@/lib/dashboards/schemas";
import type { DrillInput, WidgetData } from "@/lib/dashboards/view/schemas";
import { dashboardKeys } from "../queries";
import type { WidgetScene } from "../screen-types";

/** What was clicked on the way down, from the whole figure on. */
export type DrillPath = {
  steps: readonly Selection[];
  into: (selection: Selection) => void;
  /** Back to the figure as it was after so many steps. */
  back: (steps: number) => void;
};

export function useDrillPath(): DrillPath {
  const [steps, setSteps] = useState<readonly Selection[]>([]);
  return {
    steps,
    into: (selection) => setSteps([...steps, selection]),
    back: (count) => setSteps(steps.slice(0, count)),
  };
}

/** What is behind a point; asked for only when somebody looks. */
export function useDrillData(
  widget: FigureWidget,
  scene: WidgetScene,
  to: DrillInput["to"],
  steps: readonly Selection[] | null,
) {
  const { workspace, dashboardId, view } = scene;
  const path = (steps ?? []).flatMap(conditionsOf);
  const asked = path.map(({ column, value }) => ({ column, value }));
  return useQuery({
    queryKey: [...dashboardKeys.widget(scene, widget), to, asked],
    enabled: steps !== null,
    queryFn: ({ signal }): Promise<WidgetData> =>
      fetchJson(
        `/api/v1/dashboards/${dashboardId}/widgets/${widget.key}/drill?${new URLSearchParams({ workspace })}`,
        {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ view, to, steps: asked }),
          signal,
        },
      ),
    placeholderData: to === "finer" ? keepPreviousData : undefined,
  });
}
