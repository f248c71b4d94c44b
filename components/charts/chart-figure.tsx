"use client";

import { useRef } from "react";
import { AccessibleTable } from "@/components/charts/accessible-table";
import type { ChartInteraction } from "@/components/charts/interaction";
import { InteractiveChart } from "@/components/charts/interactive-chart";
import { FigureNotices } from "@/components/charts/figure-notices";
import { useElementSize } from "@/components/charts/use-element-size";
import { chartToTable } from "@/lib/charts/table-of";
import type { ChartModel } from "@/lib/charts/types";
import { cn } from "@/lib/utils/cn";

type ChartFigureProps = ChartInteraction & {
  model: ChartModel;
  /** Pixels; the height of the container when left out. */
  height?: number;
  className?: string;
};

/**
 * A chart on a page: as wide as its container, with tooltips, the table behind it for screen readers, and its
 * notices. The room is kept before the first drawing, so nothing jumps.
 */
export function ChartFigure({ model, height, className, ...interaction }: ChartFigureProps) {
  const frame = useRef<HTMLDivElement>(null);
  const size = useElementSize(frame);
  const drawn = size && size.width > 0 ? { width: size.width, height: height ?? size.height } : null;
  return (
    <figure className={cn("relative flex min-h-0 flex-col", height === undefined && "h-full", className)}>
      <div
        ref={frame}
        className={cn("relative min-h-0", height === undefined ? "flex-1" : "shrink-0")}
        style={{ height }}
      >
        {drawn && drawn.height > 0 && (
          // Out of the flow: a drawing must never hold its container at the size it was made for.
          <InteractiveChart model={model} {...drawn} {...interaction} />
        )}
      </div>
      <AccessibleTable table={chartToTable(model)} />
      <FigureNotices notices={model.notices} />
    </figure>
  );
}
