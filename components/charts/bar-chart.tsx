import { Bar, BarChart as RechartsBarChart } from "recharts";
import { BAR_CATEGORY_GAP, BAR_GAP } from "@/components/charts/bar-parts";
import { CartesianFrame } from "@/components/charts/cartesian-frame";
import { chartMargin, layoutCartesian } from "@/components/charts/cartesian-layout";
import { type ChartProps, COMPARED, screenProps } from "@/components/charts/chart-props";
import { seriesColor } from "@/lib/charts/palette";
import { shownSeries } from "@/components/charts/shown-series";
import { drawnValue } from "@/lib/charts/drawn-value";
import type { CartesianModel, ChartPoint } from "@/lib/charts/types";

const MAX_BAR = 44;

/** Bars side by side or stacked, standing or lying. Negative values hang from the zero line. */
export function BarChart({
  model,
  width,
  height,
  theme,
  measure,
  interactive,
  hidden,
}: ChartProps<CartesianModel>) {
  const stacked = model.stacking !== "none";
  const layout = layoutCartesian(model, { width, height }, measure);
  const radius: [number, number, number, number] = model.horizontal ? [0, 2, 2, 0] : [2, 2, 0, 0];
  return (
    <RechartsBarChart
      width={width}
      height={height}
      data={model.points}
      margin={chartMargin(layout, width)}
      layout={model.horizontal ? "vertical" : "horizontal"}
      stackOffset="sign"
      barCategoryGap={`${BAR_CATEGORY_GAP * 100}%`}
      barGap={BAR_GAP}
      {...screenProps(model.summary, interactive)}
    >
      <CartesianFrame
        model={model}
        layout={layout}
        theme={theme}
        width={width}
        interactive={interactive}
        hidden={hidden}
      />
      {shownSeries(model, hidden).map((series) => (
        <Bar
          key={series.key}
          name={series.name}
          dataKey={(point: ChartPoint) => drawnValue(point, series.key)}
          stackId={stacked && !series.compares ? "stack" : undefined}
          fill={seriesColor(theme, series.color)}
          fillOpacity={series.compares ? COMPARED.opacity : undefined}
          radius={stacked ? 0 : radius}
          maxBarSize={MAX_BAR}
          isAnimationActive={false}
        />
      ))}
    </RechartsBarChart>
  );
}
