"use client";

import { useMemo } from "react";
import type { ChartInteraction } from "@/components/charts/interaction";
import type { FigureWidget } from "@/lib/dashboards/schemas";
import { selectionOf, withSelection } from "@/lib/dashboards/view/cross-filters";
import type { WidgetScene } from "../screen-types";

/** What a click and a drag on a widget's figure do to the dashboard; nothing while it is being edited. */
export function useWidgetInteraction(
  { key }: FigureWidget,
  { view, reading }: WidgetScene,
): ChartInteraction {
  // Drawing a chart is dear: the same functions for as long as the view they change is the same.
  return useMemo<ChartInteraction>(() => {
    if (!reading) return {};
    return {
      selected: selectionOf(view.cross, key),
      onSelect: (selection) => reading.setView({ ...view, cross: withSelection(view.cross, key, selection) }),
      ...(reading.zoomIn ? { onZoom: reading.zoomIn } : {}),
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what `reading` does follows from the view.
  }, [key, view, reading === null]);
}
