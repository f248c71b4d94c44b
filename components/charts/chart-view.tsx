"use client";

import { AreaChart } from "@/components/charts/area-chart";
import { BarChart } from "@/components/charts/bar-chart";
import { ComboChart } from "@/components/charts/combo-chart";
import { EmptyChart } from "@/components/charts/empty-chart";
import { FunnelChart } from "@/components/charts/funnel-chart";
import { GaugeChart } from "@/components/charts/gauge-chart";
import { HeatmapChart } from "@/components/charts/heatmap-chart";
import { LineChart } from "@/components/charts/line-chart";
import { PieChart } from "@/components/charts/pie-chart";
import { ScatterChart } from "@/components/charts/scatter-chart";
import { type ChartTheme, SCREEN_THEME } from "@/lib/charts/palette";
import { estimateTextWidth, type MeasureText } from "@/lib/charts/text-width";
import type { ChartModel } from "@/lib/charts/types";
import { assertNever } from "@/lib/errors";

export type ChartViewProps = {
  model: ChartModel;
  /** Pixels. */
  width: number;
  height: number;
  theme?: ChartTheme;
  measure?: MeasureText;
  /** Tooltip and keyboard, on the screen only. */
  interactive?: boolean;
  hidden?: ReadonlySet<string>;
  chosen?: string | null;
};

export const NO_DATA = "No data in this period";
export const NO_VALUES = "No values in this period";

/** Draws any chart model. The same component draws the screen, the PDF and the picture in a mail. */
export function ChartView({
  model,
  theme = SCREEN_THEME,
  measure = estimateTextWidth,
  interactive = false,
  hidden,
  chosen,
  ...size
}: ChartViewProps) {
  if (model.empty) return <EmptyChart {...size} theme={theme} text={NO_DATA} />;
  if (!hasValues(model)) return <EmptyChart {...size} theme={theme} text={NO_VALUES} />;
  const shared = { ...size, theme, measure, interactive, hidden, chosen };
  switch (model.kind) {
    case "line":
      return <LineChart model={model} {...shared} />;
    case "bar":
      return <BarChart model={model} {...shared} />;
    case "area":
      return <AreaChart model={model} {...shared} />;
    case "combo":
      return <ComboChart model={model} {...shared} />;
    case "pie":
      return <PieChart model={model} {...shared} />;
    case "scatter":
      return <ScatterChart model={model} {...shared} />;
    case "funnel":
      return <FunnelChart model={model} {...shared} />;
    case "heatmap":
      return <HeatmapChart model={model} {...shared} />;
    case "gauge":
      return <GaugeChart model={model} {...shared} />;
    default:
      return assertNever(model);
  }
}

/** Rows there are, but every one of them is missing its value: an axis without numbers would only puzzle. */
function hasValues(model: ChartModel): boolean {
  switch (model.kind) {
    case "line":
    case "bar":
    case "area":
    case "combo":
      return model.yTicks.length > 0 || (model.right?.yTicks.length ?? 0) > 0;
    case "pie":
      return model.slices.length > 0;
    case "scatter":
      return model.dots.length > 0;
    case "funnel":
      return model.stages.some((stage) => stage.value !== null);
    case "heatmap":
      return model.cells.some((line) => line.some((cell) => cell.value !== null));
    case "gauge":
      return model.value !== null;
    default:
      return assertNever(model);
  }
}
