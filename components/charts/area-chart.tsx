import { Area, AreaChart as RechartsAreaChart } from "recharts";
import { CartesianFrame } from "@/components/charts/cartesian-frame";
import { chartMargin, layoutCartesian } from "@/components/charts/cartesian-layout";
import { type ChartProps, COMPARED, screenProps } from "@/components/charts/chart-props";
import { lonePoints } from "@/components/charts/lone-points";
import { seriesColor } from "@/lib/charts/palette";
import { shownSeries } from "@/components/charts/shown-series";
import { drawnValue } from "@/lib/charts/drawn-value";
import type { CartesianModel, ChartPoint } from "@/lib/charts/types";

/** Stacked areas are filled; others let each other show through. */
export function AreaChart({
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
  return (
    <RechartsAreaChart
      width={width}
      height={height}
      data={model.points}
      margin={chartMargin(layout, width)}
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
      {shownSeries(model, hidden).map((series) => {
        const color = seriesColor(theme, series.color);
        const isStacked = stacked && !series.compares;
        return (
          <Area
            key={series.key}
            name={series.name}
            dataKey={(point: ChartPoint) => drawnValue(point, series.key)}
            type="linear"
            connectNulls={model.connects ?? false}
            stackId={isStacked ? "stack" : undefined}
            stroke={isStacked ? theme.surface : color}
            strokeWidth={isStacked ? 1 : series.compares ? 1.5 : 2}
            strokeDasharray={series.compares ? COMPARED.dash : undefined}
            strokeOpacity={series.compares ? COMPARED.opacity : undefined}
            strokeLinejoin="round"
            fill={color}
            fillOpacity={isStacked ? 0.9 : series.compares ? 0 : 0.14}
            dot={lonePoints(model, series.key, color)}
            activeDot={interactive ? { r: 3.5, fill: color, stroke: theme.surface } : false}
            isAnimationActive={false}
          />
        );
      })}
    </RechartsAreaChart>
  );
}
