import { CartesianGrid, ReferenceLine, Tooltip, XAxis, YAxis } from "recharts";
import { ChartLegend } from "@/components/charts/chart-legend";
import type { CartesianLayout } from "@/components/charts/cartesian-layout";
import { ChartText } from "@/components/charts/chart-text";
import { CartesianTooltip } from "@/components/charts/chart-tooltip";
import type { ChartTheme } from "@/lib/charts/palette";
import type { CartesianModel } from "@/lib/charts/types";

type FrameProps = {
  model: CartesianModel;
  layout: CartesianLayout;
  theme: ChartTheme;
  width: number;
  interactive: boolean;
  hidden?: ReadonlySet<string> | undefined;
};

type TickProps = { x: number | string; y: number | string; payload: { value: unknown } };

/** Everything around the data: grid, axes, zero line, legend, the words above the axis, tooltip. */
export function CartesianFrame(props: FrameProps) {
  const { model, layout, theme, width, interactive, hidden } = props;
  return (
    <>
      <CartesianGrid
        horizontal={!model.horizontal}
        vertical={model.horizontal}
        stroke={theme.rule}
        strokeWidth={1}
      />
      {model.horizontal ? <LyingAxes {...props} /> : <StandingAxes {...props} />}
      <ZeroLine {...props} />
      {interactive && (
        <Tooltip
          content={<CartesianTooltip model={model} theme={theme} hidden={hidden} />}
          cursor={
            model.kind === "bar" ? { fill: theme.rule, fillOpacity: 0.45 } : { stroke: theme.ruleStrong }
          }
          wrapperStyle={ABOVE_NEIGHBOURS}
          isAnimationActive={false}
        />
      )}
      <ChartLegend
        layout={layout.legend}
        theme={theme}
        asLines={model.kind === "line" && theme.dashedLines}
        hidden={hidden}
      />
      {model.unitLabel !== "" && (
        <ChartText theme={theme} x={width} y={layout.unitLabelY} textAnchor="end">
          {model.unitLabel}
        </ChartText>
      )}
    </>
  );
}

/** A tooltip may be taller than its chart and then lies over what follows. */
export const ABOVE_NEIGHBOURS = { zIndex: 20, outline: "none" } as const;

const AXIS = { axisLine: false, tickLine: false, tickSize: 0, tickMargin: 8, interval: 0 } as const;

function domainOf(model: CartesianModel): [number, number] {
  return [model.yTicks[0]?.value ?? 0, model.yTicks.at(-1)?.value ?? 1];
}

function StandingAxes({ model, layout, theme }: FrameProps) {
  const { below, beside, plot } = layout;
  const numeric = model.xType === "time" && model.kind !== "bar";
  const xs = below.labels.map((label) => model.points[label.index]?.x ?? "");
  const linesOf = new Map(below.labels.map((label) => [model.points[label.index]?.x, label.lines]));
  const textOf = new Map(beside.map((tick) => [tick.value, tick.text]));
  return (
    <>
      <XAxis
        {...AXIS}
        dataKey="x"
        type={numeric ? "number" : "category"}
        domain={numeric ? ["dataMin", "dataMax"] : undefined}
        height={below.height}
        ticks={xs}
        tick={(tick: TickProps) => (
          <BelowLabel
            x={Number(tick.x)}
            y={plot.bottom}
            lines={linesOf.get(tick.payload.value as string) ?? []}
            angle={below.angle}
            theme={theme}
          />
        )}
      />
      <YAxis
        {...AXIS}
        type="number"
        domain={domainOf(model)}
        width={plot.left}
        ticks={layout.gridValues}
        tick={(tick: TickProps) => (
          <ChartText theme={theme} x={plot.left - 8} y={Number(tick.y)} textAnchor="end">
            {textOf.get(Number(tick.payload.value)) ?? ""}
          </ChartText>
        )}
      />
    </>
  );
}

function LyingAxes({ model, layout, theme }: FrameProps) {
  const { below, beside, plot } = layout;
  const textOf = new Map(beside.map((tick) => [tick.value, tick.text]));
  const labelOf = new Map(model.yTicks.map((tick) => [tick.value, tick.label]));
  return (
    <>
      <XAxis
        {...AXIS}
        type="number"
        domain={domainOf(model)}
        height={below.height}
        ticks={layout.gridValues}
        tick={(tick: TickProps) => (
          <BelowLabel
            x={Number(tick.x)}
            y={plot.bottom}
            lines={[labelOf.get(Number(tick.payload.value)) ?? ""]}
            angle={0}
            theme={theme}
          />
        )}
      />
      <YAxis
        {...AXIS}
        dataKey="x"
        type="category"
        width={plot.left}
        ticks={beside.map((tick) => tick.value)}
        tick={(tick: TickProps) => (
          <ChartText theme={theme} x={plot.left - 8} y={Number(tick.y)} textAnchor="end" fill={theme.ink2}>
            {textOf.get(tick.payload.value as string) ?? ""}
          </ChartText>
        )}
      />
    </>
  );
}

type BelowLabelProps = { x: number; y: number; lines: string[]; angle: number; theme: ChartTheme };

function BelowLabel({ x, y, lines, angle, theme }: BelowLabelProps) {
  const slanted = angle !== 0;
  return (
    <g>
      {lines.map((line, index) => (
        <ChartText
          key={line}
          theme={theme}
          x={x}
          y={y + (slanted ? 10 : 14) + index * 13}
          textAnchor={slanted ? "end" : "middle"}
          transform={slanted ? `rotate(${angle}, ${x}, ${y + 10})` : undefined}
        >
          {line}
        </ChartText>
      ))}
    </g>
  );
}

/** Values on both sides of zero, and bars, need to see where they start from. */
function ZeroLine({ model, theme }: FrameProps) {
  const [low, high] = domainOf(model);
  if (model.yTicks.length === 0 || low > 0 || high < 0) return null;
  const line = { stroke: theme.ruleStrong, strokeWidth: 1, ifOverflow: "visible" } as const;
  return model.horizontal ? <ReferenceLine x={0} {...line} /> : <ReferenceLine y={0} {...line} />;
}
