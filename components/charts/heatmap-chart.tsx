import { BelowLabel } from "@/components/charts/below-label";
import { type ChartProps, LABEL_SIZE, opacityOf } from "@/components/charts/chart-props";
import { ChartText } from "@/components/charts/chart-text";
import { Drawing } from "@/components/charts/drawing";
import { layoutHeatmap } from "@/components/charts/heatmap-layout";
import { heatOpacity, heatPaint } from "@/components/charts/heat-paint";
import type { ChartTheme } from "@/lib/charts/palette";
import type { MeasureText } from "@/lib/charts/text-width";
import type { HeatmapModel } from "@/lib/charts/types";

const RAMP_STEPS = 9;
const RAMP_STEP = 10;

/** A cell for each pair: its shade is the value, and the value is printed where it fits. */
export function HeatmapChart({
  model,
  width,
  height,
  theme,
  measure,
  interactive,
  chosen,
}: ChartProps<HeatmapModel>) {
  const layout = layoutHeatmap(model, { width, height }, measure);
  return (
    <Drawing width={width} height={height} summary={model.summary} interactive={interactive}>
      <RampLegend model={model} theme={theme} width={width} measure={measure} />
      {model.cells.flatMap((line, row) =>
        line.map((cell, column) => {
          const { left, top, ...box } = layout.cellOf(column, row);
          const isMissing = cell.value === null;
          return (
            <g key={`${column} ${row}`} opacity={opacityOf(chosen, `${column} ${row}`)}>
              <rect
                x={left + 0.75}
                y={top + 0.75}
                width={Math.max(box.width - 1.5, 0.5)}
                height={Math.max(box.height - 1.5, 0.5)}
                fill={isMissing ? "none" : heatPaint(theme, model.ramp, cell.shade)}
                fillOpacity={isMissing ? undefined : heatOpacity(cell.shade)}
                stroke={isMissing ? theme.rule : "none"}
                strokeWidth={0.75}
              />
              {layout.printsValues && !isMissing && (
                <ChartText
                  theme={theme}
                  x={left + box.width / 2}
                  y={top + box.height / 2}
                  textAnchor="middle"
                  fill={theme.ink}
                >
                  {cell.text}
                </ChartText>
              )}
            </g>
          );
        }),
      )}
      {layout.names.map((name) => (
        <ChartText key={`${name.y}`} theme={theme} x={name.x} y={name.y} textAnchor="end" fill={theme.ink2}>
          {name.text}
        </ChartText>
      ))}
      {layout.below.labels.map((label) => (
        <BelowLabel
          key={label.index}
          x={layout.middleOf(label.index)}
          y={layout.plot.top + layout.plot.height}
          lines={label.lines}
          angle={layout.below.angle}
          theme={theme}
        />
      ))}
    </Drawing>
  );
}

type RampLegendProps = { model: HeatmapModel; theme: ChartTheme; width: number; measure: MeasureText };

/** What the palest and the strongest shade stand for. */
function RampLegend({ model, theme, width, measure }: RampLegendProps) {
  const shades = Array.from({ length: RAMP_STEPS }, (_, step) => {
    const share = step / (RAMP_STEPS - 1);
    return model.ramp === "diverging" ? share * 2 - 1 : share;
  });
  const highWidth = measure(model.highText, LABEL_SIZE);
  const start = width - highWidth - 6 - RAMP_STEPS * RAMP_STEP;
  return (
    <g>
      <ChartText theme={theme} x={start - 6} y={9} textAnchor="end">
        {model.lowText}
      </ChartText>
      {shades.map((shade, index) => (
        <rect
          key={shade}
          x={start + index * RAMP_STEP}
          y={4}
          width={RAMP_STEP}
          height={RAMP_STEP}
          fill={heatPaint(theme, model.ramp, shade)}
          fillOpacity={heatOpacity(shade)}
        />
      ))}
      <ChartText theme={theme} x={width} y={9} textAnchor="end">
        {model.highText}
      </ChartText>
    </g>
  );
}
