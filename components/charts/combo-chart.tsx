import { Bar, ComposedChart, Line } from "recharts";
import { CartesianFrame, RIGHT_AXIS } from "@/components/charts/cartesian-frame";
import { chartMargin, layoutCartesian } from "@/components/charts/cartesian-layout";
import { type ChartProps, COMPARED, screenProps } from "@/components/charts/chart-props";
import { shownSeries } from "@/components/charts/shown-series";
import { strokeDash } from "@/components/charts/stroke-dash";
import { drawnValue } from "@/lib/charts/drawn-value";
import { seriesColor } from "@/lib/charts/palette";
import type { CartesianModel, ChartPoint, ChartSeries } from "@/lib/charts/types";

const MAX_BAR = 44;

/** Bars, and lines over them. Each point of a line has a dot: it stands over a bar, between two there is nothing. */
export function ComboChart({
  model,
  width,
  height,
  theme,
  measure,
  interactive,
  hidden,
}: ChartProps<CartesianModel>) {
  const layout = layoutCartesian(model, { width, height }, measure);
  const stacked = model.stacking !== "none";
  const series = shownSeries(model, hidden);
  const shared = (entry: ChartSeries) => ({
    name: entry.name,
    dataKey: (point: ChartPoint) => drawnValue(point, entry.key),
    ...(entry.onRight ? { yAxisId: RIGHT_AXIS } : {}),
    isAnimationActive: false,
  });
  return (
    <ComposedChart
      width={width}
      height={height}
      data={model.points}
      margin={chartMargin(layout, width)}
      stackOffset="sign"
      barCategoryGap="24%"
      barGap={1}
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
      {series
        .filter((entry) => !entry.asLine)
        .map((entry) => (
          <Bar
            key={entry.key}
            {...shared(entry)}
            stackId={stacked && !entry.compares ? "stack" : undefined}
            fill={seriesColor(theme, entry.color)}
            fillOpacity={entry.compares ? COMPARED.opacity : undefined}
            radius={stacked ? 0 : [2, 2, 0, 0]}
            maxBarSize={MAX_BAR}
          />
        ))}
      {series
        .filter((entry) => entry.asLine)
        .map((entry) => {
          const color = seriesColor(theme, entry.color);
          return (
            <Line
              key={entry.key}
              {...shared(entry)}
              type="linear"
              connectNulls={model.connects ?? false}
              stroke={color}
              strokeWidth={entry.compares ? 1.5 : 2}
              strokeDasharray={entry.compares ? COMPARED.dash : strokeDash(theme, entry.color)}
              strokeOpacity={entry.compares ? COMPARED.opacity : undefined}
              dot={{
                r: 2.5,
                fill: color,
                fillOpacity: entry.compares ? COMPARED.opacity : undefined,
                stroke: theme.surface,
                strokeWidth: 1,
                // The rim of a dot is not dashed with its line.
                strokeDasharray: undefined,
              }}
              activeDot={interactive ? { r: 3.5, fill: color, stroke: theme.surface } : false}
            />
          );
        })}
    </ComposedChart>
  );
}
