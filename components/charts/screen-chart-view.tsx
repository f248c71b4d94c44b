"use client";

import { AreaChart } from "@/components/charts/area-chart";
import { BarChart } from "@/components/charts/bar-chart";
import { ComboChart } from "@/components/charts/combo-chart";
import { LineChart } from "@/components/charts/line-chart";
import { chartViewOf } from "@/components/charts/chart-view-of";
import { onDemand } from "@/components/ui/on-demand";

/** The same drawings on the screen; pages without the rarer kinds do not load them. */
export const ScreenChartView = chartViewOf({
  line: LineChart,
  bar: BarChart,
  area: AreaChart,
  combo: ComboChart,
  pie: onDemand(async () => (await import("@/components/charts/pie-chart")).PieChart),
  scatter: onDemand(async () => (await import("@/components/charts/scatter-chart")).ScatterChart),
  funnel: onDemand(async () => (await import("@/components/charts/funnel-chart")).FunnelChart),
  heatmap: onDemand(async () => (await import("@/components/charts/heatmap-chart")).HeatmapChart),
  gauge: onDemand(async () => (await import("@/components/charts/gauge-chart")).GaugeChart),
});
