import { AreaChart } from "@/components/charts/area-chart";
import { BarChart } from "@/components/charts/bar-chart";
import { ComboChart } from "@/components/charts/combo-chart";
import { FunnelChart } from "@/components/charts/funnel-chart";
import { GaugeChart } from "@/components/charts/gauge-chart";
import { HeatmapChart } from "@/components/charts/heatmap-chart";
import { LineChart } from "@/components/charts/line-chart";
import { PieChart } from "@/components/charts/pie-chart";
import { ScatterChart } from "@/components/charts/scatter-chart";
import { chartViewOf } from "@/components/charts/chart-view-of";

/** Draws any chart model, at once: the drawing of the PDF and of the picture in a mail. */
export const ChartView = chartViewOf({
  line: LineChart,
  bar: BarChart,
  area: AreaChart,
  combo: ComboChart,
  pie: PieChart,
  scatter: ScatterChart,
  funnel: FunnelChart,
  heatmap: HeatmapChart,
  gauge: GaugeChart,
});
