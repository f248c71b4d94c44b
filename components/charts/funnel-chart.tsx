import { type ChartProps, opacityOf } from "@/components/charts/chart-props";
import { ChartText } from "@/components/charts/chart-text";
import { Drawing } from "@/components/charts/drawing";
import { layoutFunnel } from "@/components/charts/funnel-layout";
import { seriesColor } from "@/lib/charts/palette";
import type { FunnelModel } from "@/lib/charts/types";

/** Stages as bars about one middle; between them, what share goes on. */
export function FunnelChart({
  model,
  width,
  height,
  theme,
  measure,
  interactive,
  chosen,
}: ChartProps<FunnelModel>) {
  const { rows, steps, valueX, shareX, overall } = layoutFunnel(model, { width, height }, measure);
  const color = seriesColor(theme, 0);
  return (
    <Drawing width={width} height={height} summary={model.summary} interactive={interactive}>
      {steps.map((step) => (
        <g key={step.path}>
          <path d={step.path} fill={color} fillOpacity={0.14} />
          {step.text !== null && (
            <ChartText theme={theme} x={step.x} y={step.y} textAnchor="middle" fill={theme.ink2}>
              {step.text}
            </ChartText>
          )}
        </g>
      ))}
      {rows.map(({ stage, name, bar, middle }, index) => (
        <g key={stage.name} opacity={opacityOf(chosen, index)}>
          <rect x={bar.left} y={bar.top} width={bar.width} height={bar.height} rx={2} fill={color} />
          {name !== null && (
            <>
              <ChartText theme={theme} x={0} y={middle} fill={theme.ink2}>
                {name}
              </ChartText>
              <ChartText theme={theme} x={valueX} y={middle} textAnchor="end" fill={theme.ink}>
                {stage.valueText}
              </ChartText>
              {shareX !== null && (
                <ChartText theme={theme} x={shareX} y={middle} textAnchor="end">
                  {stage.shareText}
                </ChartText>
              )}
            </>
          )}
        </g>
      ))}
      {overall && (
        <ChartText theme={theme} x={width} y={overall.y} textAnchor="end">
          {overall.text}
        </ChartText>
      )}
    </Drawing>
  );
}
