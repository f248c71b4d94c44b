"use client";

import { useMemo, useState } from "react";
import type { ChartInteraction } from "@/components/charts/interaction";
import { LegendToggles } from "@/components/charts/legend-toggles";
import { MarkLayer } from "@/components/charts/mark-layer";
import { MarkTooltip } from "@/components/charts/mark-tooltip";
import { marksOf } from "@/components/charts/marks";
import { ScreenChartView } from "@/components/charts/screen-chart-view";
import { SelectionVeil, ZoomBand } from "@/components/charts/selection-veil";
import { usePointerChoice } from "@/components/charts/use-pointer-choice";
import { isSameSelection } from "@/lib/charts/selection";
import { estimateTextWidth } from "@/lib/charts/text-width";
import type { ChartModel } from "@/lib/charts/types";
import { dayRangeOf } from "@/lib/charts/zoom-range";
import { cn } from "@/lib/utils/cn";

type InteractiveChartProps = ChartInteraction & { model: ChartModel; width: number; height: number };

const NOTHING_HIDDEN: ReadonlySet<string> = new Set();

/**
 * A chart on the screen with what can be done in it. Hit areas, focus and veils lie over the drawing, which
 * stays the one that paper and mail show.
 */
export function InteractiveChart({
  model,
  width,
  height,
  onSelect,
  selected,
  onZoom,
}: InteractiveChartProps) {
  const [hidden, setHidden] = useState(NOTHING_HIDDEN);
  const layout = useMemo(
    () => marksOf(model, { width, height }, estimateTextWidth, hidden),
    [model, width, height, hidden],
  );
  const { marks, legend, timePlot } = layout;
  const isChosen = (mark: (typeof marks)[number]) =>
    Boolean(selected && mark.selection && isSameSelection(mark.selection, selected));
  const chosen = selected
    ? (marks.flatMap((mark) => [mark, ...(mark.parts ?? [])]).find(isChosen) ?? null)
    : null;
  const zoom = onZoom && timePlot && "points" in model ? zoomBy(onZoom, model) : undefined;
  const pointer = usePointerChoice({ layout, onSelect, onZoom: zoom });

  return (
    <div
      className={cn("absolute inset-0", onSelect && pointer.hovered?.selection && "cursor-pointer")}
      {...pointer.handlers}
    >
      <ScreenChartView
        model={model}
        width={width}
        height={height}
        interactive
        hidden={hidden}
        chosen={chosen?.key ?? null}
      />
      {chosen && <SelectionVeil model={model} chosen={chosen} marks={marks} />}
      {pointer.band && <ZoomBand from={pointer.band.from} to={pointer.band.to} />}
      {pointer.hovered?.tip && !pointer.band && (
        <MarkTooltip mark={pointer.hovered} tip={pointer.hovered.tip} width={width} />
      )}
      {legend && legend.entries.length > 0 && (
        <LegendToggles legend={legend} hidden={hidden} onChange={setHidden} />
      )}
      {(onSelect || zoom) && (
        <MarkLayer title={model.title} marks={marks} chosen={chosen} onSelect={onSelect} onZoom={zoom} />
      )}
    </div>
  );
}

type CourseModel = Parameters<typeof dayRangeOf>[0];

/** Marks of a time axis are its points, in their order. */
function zoomBy(onZoom: NonNullable<ChartInteraction["onZoom"]>, model: CourseModel) {
  return (first: number, last: number) => {
    const range = dayRangeOf(model, first, last);
    if (range) onZoom(range);
  };
}
