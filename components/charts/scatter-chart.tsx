import { BelowLabel } from "@/components/charts/below-label";
import { ChartLegend } from "@/components/charts/chart-legend";
import { type ChartProps, LABEL_SIZE, opacityOf } from "@/components/charts/chart-props";
import { ChartText } from "@/components/charts/chart-text";
import { Drawing } from "@/components/charts/drawing";
import { layoutScatter, type ScatterLayout } from "@/components/charts/scatter-layout";
import { shownSeries } from "@/components/charts/shown-series";
import { type ChartTheme, seriesColor } from "@/lib/charts/palette";
import type { MeasureText } from "@/lib/charts/text-width";
import type { DotAxis, ScatterModel } from "@/lib/charts/types";

/** Dots between two axes; as bubbles, with a third measure as their area. */
export function ScatterChart({
  model,
  width,
  height,
  theme,
  measure,
  interactive,
  hidden,
  chosen,
}: ChartProps<ScatterModel>) {
  const layout = layoutScatter(model, { width, height }, measure);
  const colors = new Map(
    shownSeries(model, hidden).map((series) => [series.key, seriesColor(theme, series.color)]),
  );
  return (
    <Drawing width={width} height={height} summary={model.summary} interactive={interactive}>
      <Axes model={model} layout={layout} theme={theme} />
      <References model={model} layout={layout} theme={theme} measure={measure} />
      {layout.dots.map(({ dot, index, x, y, r }) => {
        const fill = colors.get(dot.series);
        return fill === undefined ? null : (
          <circle
            key={index}
            cx={x}
            cy={y}
            r={r}
            fill={fill}
            fillOpacity={model.sizeName === null ? 0.75 : 0.55}
            stroke={theme.surface}
            strokeWidth={1}
            opacity={opacityOf(chosen, index)}
          />
        );
      })}
      <ChartLegend layout={layout.legend} theme={theme} asLines={false} hidden={hidden} />
    </Drawing>
  );
}

type PartProps = { model: ScatterModel; layout: ScatterLayout; theme: ChartTheme };

function Axes({ model, layout, theme }: PartProps) {
  const { plot, xTicks, yTicks } = layout;
  const [right, bottom] = [plot.left + plot.width, plot.top + plot.height];
  return (
    <g>
      {yTicks.map(({ value, text, at }) => (
        <g key={value}>
          <line
            x1={plot.left}
            x2={right}
            y1={at}
            y2={at}
            stroke={value === 0 ? theme.ruleStrong : theme.rule}
          />
          <ChartText theme={theme} x={plot.left - 8} y={at} textAnchor="end">
            {text}
          </ChartText>
        </g>
      ))}
      {xTicks.map(({ value, text, at }) => (
        <g key={value}>
          <line
            x1={at}
            x2={at}
            y1={plot.top}
            y2={bottom}
            stroke={value === 0 ? theme.ruleStrong : theme.rule}
          />
          <BelowLabel x={at} y={bottom} lines={[text]} angle={0} theme={theme} />
        </g>
      ))}
      <ChartText theme={theme} x={0} y={layout.yNameY} fill={theme.ink2}>
        {nameOf(model.y)}
      </ChartText>
      <ChartText theme={theme} x={right} y={layout.xNameY} textAnchor="end" fill={theme.ink2}>
        {model.sizeName === null
          ? nameOf(model.x)
          : `${nameOf(model.x)} · area: ${model.sizeName.toLowerCase()}`}
      </ChartText>
    </g>
  );
}

/** Two measures need their names on the axes: no title can say which is which. */
function nameOf({ name, unitLabel }: DotAxis): string {
  return unitLabel === "" ? name : `${name}, ${unitLabel}`;
}

function References({ model, layout, theme, measure }: PartProps & { measure: MeasureText }) {
  const { plot } = layout;
  const right = plot.left + plot.width;
  const [low, high] = model.y.domain;
  return (model.references ?? [])
    .filter(({ value }) => value >= low && value <= high)
    .map(({ value, text }) => {
      const y = layout.yOf(value);
      const width = measure(text, LABEL_SIZE);
      return (
        <g key={text}>
          <line x1={plot.left} x2={right} y1={y} y2={y} stroke={theme.ink2} strokeDasharray="4 3" />
          <rect
            x={right - width - 3}
            y={y - 15}
            width={width + 4}
            height={13}
            fill={theme.surface}
            fillOpacity={0.8}
          />
          <ChartText theme={theme} x={right} y={y - 8} textAnchor="end" fill={theme.ink2}>
            {text}
          </ChartText>
        </g>
      );
    });
}
