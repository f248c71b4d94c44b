"use client";

import { memo } from "react";
import { ChartFigure } from "@/components/charts/chart-figure";
import type { ChartInteraction } from "@/components/charts/interaction";
import { MetricCard } from "@/components/charts/metric-card";
import { onDemand } from "@/components/ui/on-demand";
import type { PreparedModel } from "@/lib/charts/types";
import { cn } from "@/lib/utils/cn";
import { FigureSkeleton } from "./figure-skeleton";

const DataTable = onDemand(
  async () => (await import("@/components/charts/data-table")).DataTable,
  <FigureSkeleton kind="table" />,
);

type FigureViewProps = ChartInteraction & {
  model: PreparedModel;
  /** Pixels; a chart or table fills its container's height when left out. A number is as tall as it needs. */
  height?: number;
  /** Fades what is shown while a newer answer is on its way. */
  stale?: boolean;
  className?: string;
};

/**
 * Draws any prepared model as wide as its container, with its notices and its "no data". The title is left
 * to the frame around it. Drawing a chart is dear: it is done again only for another model.
 */
export const FigureView = memo(function FigureView({
  model,
  height,
  stale = false,
  className,
  ...interaction
}: FigureViewProps) {
  return (
    <div
      aria-busy={stale || undefined}
      style={model.kind === "metric" ? undefined : { height }}
      className={cn("flex h-full min-h-0 flex-col transition-opacity", stale && "opacity-50", className)}
    >
      {drawn(model, interaction)}
    </div>
  );
});

function drawn(model: PreparedModel, interaction: ChartInteraction) {
  switch (model.kind) {
    case "metric":
      return <MetricCard model={model} showTitle={false} />;
    case "table":
      return <DataTable model={model} className="flex-1" {...interaction} />;
    default:
      return <ChartFigure model={model} className="flex-1" {...interaction} />;
  }
}
