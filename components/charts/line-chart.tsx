import { Line, LineChart as RechartsLineChart } from "recharts";
import { CartesianFrame } from "@/components/charts/cartesian-frame";
import { chartMargin, layoutCartesian } from "@/components/charts/cartesian-layout";
import { type ChartProps, COMPARED, screenProps } from "@/components/charts/chart-props";
import { lonePoints } from "@/components/charts/lone-points";
import { strokeDash } from "@/components/charts/stroke-dash";
import { seriesColor } from "@/lib/charts/palette";
import { shownSeries } from "@/components/charts/shown-series";
import { drawnValue } from "@/lib/charts/drawn-value";
import type { CartesianModel, ChartPoint } from "@/lib/charts/types";

/** Straight lines between measurements: a curve would show values nobody measured. */
export function LineChart({
  model,
  width,
  height,
  theme,
  measure,
  interactive,
  hidden,
}: ChartProps<CartesianModel>) {
  const layout = layoutCartesian(model, { width, height }, measure);
  return (
    <RechartsLineChart
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
        return (
          <Line
            key={series.key}
            name={series.name}
            dataKey={(point: ChartPoint) => drawnValue(point, series.key)}
            type="linear"
            connectNulls={model.connects ?? false}
            stroke={color}
            strokeWidth={model.series.length > 8 || series.compares ? 1.5 : 2}
            strokeDasharray={series.compares ? COMPARED.dash : strokeDash(theme, series.color)}
            strokeOpacity={series.compares ? COMPARED.opacity : undefined}
            strokeLinejoin="round"
            strokeLinecap="round"
            dot={lonePoints(model, series.key, color)}
            activeDot={interactive ? { r: 3.5, fill: color, stroke: theme.surface } : false}
            isAnimationActive={false}
          />
        );
      })}
    </RechartsLineChart>
  );
}
