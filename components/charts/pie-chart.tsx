import { Pie, PieChart as RechartsPieChart, Tooltip } from "recharts";
import { type ChartProps, opacityOf, screenProps } from "@/components/charts/chart-props";
import { ABOVE_NEIGHBOURS } from "@/components/charts/cartesian-frame";
import { ChartText } from "@/components/charts/chart-text";
import { PieTooltip } from "@/components/charts/chart-tooltip";
import { SWATCH } from "@/components/charts/legend-layout";
import { layoutPie, type PieLayout } from "@/components/charts/pie-layout";
import { type ChartTheme, seriesColor } from "@/lib/charts/palette";
import type { PieModel } from "@/lib/charts/types";

/** A total smaller than this is left to the list. */
const LEGIBLE = 9;

/** A ring with its total in the middle, and the parts listed beside it: angles alone cannot be read off. */
export function PieChart({
  model,
  width,
  height,
  theme,
  measure,
  interactive,
  chosen,
}: ChartProps<PieModel>) {
  const layout = layoutPie(model, { width, height }, measure);
  const { ring } = layout;
  const whole = model.slices.find((slice) => slice.share > 0.9999);
  const data = model.slices.map((slice, index) => ({
    name: slice.name,
    value: slice.value,
    fill: seriesColor(theme, slice.color),
    fillOpacity: opacityOf(chosen, index),
    slice,
  }));
  return (
    <RechartsPieChart
      width={width}
      height={height}
      margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
      {...screenProps(model.summary, interactive)}
    >
      {whole && <WholeRing color={seriesColor(theme, whole.color)} layout={layout} />}
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
        stroke={whole ? "none" : theme.surface}
        strokeWidth={1.5}
        isAnimationActive={false}
      />
      {interactive && (
        <Tooltip
          content={<PieTooltip theme={theme} />}
          wrapperStyle={ABOVE_NEIGHBOURS}
          isAnimationActive={false}
        />
      )}
      {ring.totalSize >= LEGIBLE && <Total model={model} layout={layout} theme={theme} />}
      <PartList layout={layout} theme={theme} chosen={chosen} />
    </RechartsPieChart>
  );
}

type PartProps = { layout: PieLayout; theme: ChartTheme };

/** An arc that ends where it began is drawn by some renderers and left out by others: a part that is the whole is a circle. */
function WholeRing({ color, layout }: { color: string; layout: PieLayout }) {
  const { cx, cy, inner, outer } = layout.ring;
  return (
    <circle cx={cx} cy={cy} r={(inner + outer) / 2} fill="none" stroke={color} strokeWidth={outer - inner} />
  );
}

function Total({ model, layout, theme }: PartProps & { model: PieModel }) {
  const { cx, cy, totalSize } = layout.ring;
  return (
    <text
      x={cx}
      y={cy + totalSize * 0.36}
      textAnchor="middle"
      fontSize={totalSize}
      fontWeight={600}
      fontFamily={theme.fontFamily}
      fill={theme.ink}
    >
      {model.totalText}
    </text>
  );
}

function PartList({ layout, theme, chosen }: PartProps & { chosen: ChartProps<PieModel>["chosen"] }) {
  const { rows, more, swatchX, nameX, valueX, shareX } = layout;
  return (
    <g>
      {rows.map(({ slice, name, y }, index) => (
        <g key={slice.name} opacity={opacityOf(chosen, index)}>
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
          {valueX !== null && (
            <ChartText theme={theme} x={valueX} y={y} textAnchor="end" fill={theme.ink}>
              {slice.valueText}
            </ChartText>
          )}
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
