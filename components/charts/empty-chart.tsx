import { ChartText } from "@/components/charts/chart-text";
import type { ChartTheme } from "@/lib/charts/palette";

type EmptyChartProps = { width: number; height: number; theme: ChartTheme; text: string };

/** A chart with nothing in it says so, in the place where the figure would be. */
export function EmptyChart({ width, height, theme, text }: EmptyChartProps) {
  const middle = Math.round(height / 2);
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} style={{ display: "block" }}>
      <line x1={0} x2={width} y1={0.5} y2={0.5} stroke={theme.rule} />
      <line x1={0} x2={width} y1={height - 0.5} y2={height - 0.5} stroke={theme.rule} />
      <ChartText theme={theme} x={width / 2} y={middle} textAnchor="middle">
        {text}
      </ChartText>
    </svg>
  );
}
