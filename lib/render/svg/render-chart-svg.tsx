import { ChartView } from "@/components/charts/chart-view";
import { Sparkline } from "@/components/charts/sparkline";
import { CHART_THEMES, type ChartThemeName, seriesColor } from "@/lib/charts/palette";
import type { ChartModel } from "@/lib/charts/types";
import { measureWithFont } from "@/lib/render/svg/measure";
import { renderReactSvg } from "@/lib/render/svg/render-react-svg";

export type ChartSvgOptions = {
  /** Pixels. For paper: points divided by 0.75. */
  width: number;
  height: number;
  theme: ChartThemeName;
};

/** The chart the screen shows, as an SVG file. The same model and options give the same bytes. */
export function renderChartSvg(model: ChartModel, { width, height, theme }: ChartSvgOptions): string {
  return renderReactSvg(
    <ChartView
      model={model}
      width={width}
      height={height}
      theme={CHART_THEMES[theme]}
      measure={measureWithFont}
      interactive={false}
    />,
  );
}

/** A sparkline as an SVG file; `values` oldest first, null is a gap. */
export function renderSparklineSvg(
  values: (number | null)[],
  { width, height, theme }: ChartSvgOptions,
): string {
  const color = seriesColor(CHART_THEMES[theme], 0);
  return renderReactSvg(<Sparkline values={values} width={width} height={height} color={color} />);
}
