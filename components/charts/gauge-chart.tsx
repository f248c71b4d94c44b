import type { ChartProps } from "@/components/charts/chart-props";
import { ChartText } from "@/components/charts/chart-text";
import { Drawing } from "@/components/charts/drawing";
import { arc, type GaugeLayout, layoutGauge, pointAt } from "@/components/charts/gauge-layout";
import { type ChartTheme, seriesColor } from "@/lib/charts/palette";
import type { GaugeModel } from "@/lib/charts/types";

/** A number on its scale, with the ranges it may lie in and the target it should reach. */
export function GaugeChart({ model, width, height, theme, measure, interactive }: ChartProps<GaugeModel>) {
  const layout = layoutGauge(model, { width, height }, measure);
  const { radius, thickness, rangeRadius, rangeThickness } = layout;
  const share = shareOf(model, model.value ?? model.min.value);
  const ring = { fill: "none", strokeWidth: thickness } as const;
  return (
    <Drawing width={width} height={height} summary={model.summary} interactive={interactive}>
      <path d={arc(layout, radius, 0, 1)} stroke={theme.rule} {...ring} />
      {share > 0 && <path d={arc(layout, radius, 0, share)} stroke={seriesColor(theme, 0)} {...ring} />}
      {model.ranges.map((range) => (
        <path
          key={range.from}
          d={arc(layout, rangeRadius, shareOf(model, range.from), shareOf(model, range.to))}
          fill="none"
          stroke={theme.tones[range.tone]}
          strokeWidth={rangeThickness}
        />
      ))}
      {model.target && (
        <TargetMark layout={layout} share={shareOf(model, model.target.value)} theme={theme} />
      )}
      <Words model={model} layout={layout} theme={theme} />
    </Drawing>
  );
}

/** Beyond its ends the scale has no place: the ring is then empty or full. */
function shareOf({ min, max }: GaugeModel, value: number): number {
  return Math.min(Math.max((value - min.value) / (max.value - min.value), 0), 1);
}

type PartProps = { layout: GaugeLayout; theme: ChartTheme };

function TargetMark({ layout, share, theme }: PartProps & { share: number }) {
  const { radius, thickness } = layout;
  const inner = pointAt(layout, radius - thickness / 2 - 3, share);
  const outer = pointAt(layout, radius + thickness / 2 + 3, share);
  return <line x1={inner.x} y1={inner.y} x2={outer.x} y2={outer.y} stroke={theme.ink} strokeWidth={2} />;
}

function Words({ model, layout, theme }: PartProps & { model: GaugeModel }) {
  const { cx, cy, radius, textSize, captions } = layout;
  const base = cy - captions.length * 14 + (captions.length > 0 ? 2 : -2);
  const end = { theme, y: cy + 11, textAnchor: "middle" } as const;
  return (
    <g>
      <text
        x={cx}
        y={base}
        textAnchor="middle"
        fontSize={textSize}
        fontWeight={600}
        fontFamily={theme.fontFamily}
        fill={model.value === null ? theme.ink3 : theme.ink}
      >
        {model.text}
      </text>
      {captions.map((caption, line) => (
        <ChartText
          key={caption}
          theme={theme}
          x={cx}
          y={base + 12 + line * 14}
          textAnchor="middle"
          fill={theme.ink2}
        >
          {caption}
        </ChartText>
      ))}
      <ChartText {...end} x={cx - radius}>
        {model.min.text}
      </ChartText>
      <ChartText {...end} x={cx + radius}>
        {model.max.text}
      </ChartText>
    </g>
  );
}
