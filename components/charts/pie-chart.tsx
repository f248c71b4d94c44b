import { Pie, PieChart as RechartsPieChart, Tooltip } from "recharts";
import type { ChartProps } from "@/components/charts/chart-props";
import { ChartText } from "@/components/charts/chart-text";
import { PieTooltip } from "@/components/charts/chart-tooltip";
import { SWATCH } from "@/components/charts/legend-layout";
import { layoutPie, type PieLayout } from "@/components/charts/pie-layout";
import { type ChartTheme, seriesColor } from "@/lib/charts/palette";
import type { PieModel } from "@/lib/charts/types";

/** A ring with its total in the middle, and the parts listed beside it: angles alone cannot be read off. */
export function PieChart({ model, width, height, theme, measure, interactive }: ChartProps<PieModel>) {
  const layout = layoutPie(model, { width, height }, measure);
  const { ring } = layout;
  const data = model.slices.map((slice) => ({
    name: slice.name,
    value: slice.value,
    fill: seriesColor(theme, slice.color),
    slice,
  }));
  return (
    <RechartsPieChart
      width={width}
      height={height}
      margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
      accessibilityLayer={interactive}
    >
      <Pie
        data={data}
        dataKey="value"
        nameKey="name"
        cx={ring.cx}
        cy={ring.cy}
        innerRadius={ring.inner}
        outerRadius={ring.outer}
        startAngle={90}
        endAngle={-270}
        stroke={theme.surface}
        strokeWidth={1.5}
        isAnimationActive={false}
      />
      {interactive && <Tooltip content={<PieTooltip theme={theme} />} isAnimationActive={false} />}
      <Total model={model} layout={layout} theme={theme} />
      <PartList layout={layout} theme={theme} />
    </RechartsPieChart>
  );
}

type PartProps = { layout: PieLayout; theme: ChartTheme };

function Total({ model, layout, theme }: PartProps & { model: PieModel }) {
  const { cx, cy, inner } = layout.ring;
  const size = Math.min(20, (inner * 1.7 * 20) / Math.max(model.totalText.length * 11, 1));
  return (
    <text
      x={cx}
      y={cy + size * 0.36}
      textAnchor="middle"
      fontSize={size}
      fontWeight={600}
      fontFamily={theme.fontFamily}
      fill={theme.ink}
    >
      {model.totalText}
    </text>
  );
}

function PartList({ layout, theme }: PartProps) {
  const { rows, more, swatchX, nameX, valueX, shareX } = layout;
  return (
    <g>
      {rows.map(({ slice, name, y }) => (
        <g key={slice.name}>
          <rect
            x={swatchX}
            y={y - SWATCH / 2}
            width={SWATCH}
            height={SWATCH}
            rx={2}
            fill={seriesColor(theme, slice.color)}
          />
          <ChartText theme={theme} x={nameX} y={y} fill={theme.ink2}>
            {name}
          </ChartText>
          <ChartText theme={theme} x={valueX} y={y} textAnchor="end" fill={theme.ink}>
            {slice.valueText}
          </ChartText>
          <ChartText theme={theme} x={shareX} y={y} textAnchor="end">
            {slice.shareText}
          </ChartText>
        </g>
      ))}
      {more && (
        <ChartText theme={theme} x={nameX} y={more.y}>
          {more.text}
        </ChartText>
      )}
    </g>
  );
}
