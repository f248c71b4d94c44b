"use client";

import { useMemo } from "react";
import type { ChartInteraction } from "@/components/charts/interaction";
import { conditionsOf, type Selection } from "@/lib/charts/selection";
import type { FigureWidget } from "@/lib/dashboards/schemas";
import { withoutWidget } from "@/lib/dashboards/view/cross-filters";
import type { WidgetScene } from "../screen-types";
import { DrillStrip } from "./drill-strip";
import { linkOf } from "./link-of";
import { useDrillData, useDrillPath } from "./use-drill";
import { useWidgetInteraction } from "./use-widget-interaction";
import { stateOf, type WidgetState } from "./widget-state";

/** The figure as far as somebody looked into it, and the way there. */
export function useDrilled(widget: FigureWidget, scene: WidgetScene, whole: WidgetState) {
  const path = useDrillPath();
  const isInside = path.steps.length > 0;
  const inside = stateOf(useDrillData(widget, scene, "finer", isInside ? path.steps : null));
  const state = isInside ? inside : whole;
  const own = useWidgetInteraction(widget, scene);
  const { finerBy } = state.data ?? {};

  function into(selection: Selection) {
    path.into(selection);
    const { view, reading } = scene;
    // Looking closer is about this figure alone: the others are let go.
    reading?.setView({ ...view, cross: withoutWidget(view.cross, widget.key) });
  }

  const step = path.steps.length;
  const interaction = useMemo<ChartInteraction>(
    () =>
      isInside
        ? {
            onSelect: (selection) => hasFiner(selection, finerBy) && path.into(selection),
            onZoom: own.onZoom,
          }
        : own,
    // eslint-disable-next-line react-hooks/exhaustive-deps -- drawn anew only when the figure or the way changes.
    [isInside, step, finerBy, own],
  );

  return {
    state,
    interaction,
    strip: (selection: Selection | null, onRows: (steps: readonly Selection[]) => void) => (
      <DrillStrip
        path={path.steps}
        onBack={path.back}
        selection={isInside ? null : selection}
        onFiner={selection && hasFiner(selection, finerBy) ? () => into(selection) : undefined}
        onRows={() => onRows(selection ? [selection] : [])}
        link={linkOf(widget, scene, selection)}
      />
    ),
  };
}

/** Does the point stand for a period that can be looked into? */
const hasFiner = (selection: Selection, finerBy: string | null | undefined): boolean =>
  conditionsOf(selection).some(({ column }) => column === finerBy);
