import { CartesianGrid, ReferenceLine, Tooltip, XAxis, YAxis } from "recharts";
import { BelowLabel } from "@/components/charts/below-label";
import { ChartLegend } from "@/components/charts/chart-legend";
import { type CartesianLayout, hasBands } from "@/components/charts/cartesian-layout";
import { LABEL_SIZE } from "@/components/charts/chart-props";
import { ChartText } from "@/components/charts/chart-text";
import { CartesianTooltip } from "@/components/charts/chart-tooltip";
import type { ChartTheme } from "@/lib/charts/palette";
import { estimateTextWidth } from "@/lib/charts/text-width";
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
  const { model, layout, theme, interactive, hidden } = props;
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
      {layout.right && <RightAxis {...props} right={layout.right} />}
      <ReferenceLines {...props} />
      <Notes {...props} />
      {interactive && (
        <Tooltip
          content={<CartesianTooltip model={model} theme={theme} hidden={hidden} />}
          cursor={hasBands(model) ? { fill: theme.rule, fillOpacity: 0.45 } : { stroke: theme.ruleStrong }}
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
      <AxisWords {...props} />
    </>
  );
}

/** A tooltip may be taller than its chart and then lies over what follows. */
export const ABOVE_NEIGHBOURS = { zIndex: 20, outline: "none" } as const;

const AXIS = { axisLine: false, tickLine: false, tickSize: 0, tickMargin: 8, interval: 0 } as const;

function domainOf(model: CartesianModel): [number, number] {
  return model.yDomain ?? [model.yTicks[0]?.value ?? 0, model.yTicks.at(-1)?.value ?? 1];
}

/** A chosen end cuts off what lies beyond it. */
function valueScale(model: CartesianModel) {
  return {
    type: "number" as const,
    domain: domainOf(model),
    scale: model.yScale ?? ("auto" as const),
    allowDataOverflow: model.yDomain !== undefined,
  };
}

function StandingAxes({ model, layout, theme }: FrameProps) {
  const { below, beside, plot } = layout;
  const numeric = model.xType === "time" && !hasBands(model);
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
        {...valueScale(model)}
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
        {...valueScale(model)}
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

/** With one axis its words stand at the right end, out of the legend's way; with two, each over its own. */
function AxisWords({ model, layout, theme, width }: FrameProps) {
  const words = model.right
    ? { start: model.unitLabel, end: model.right.unitLabel }
    : { start: "", end: model.unitLabel };
  return (
    <>
      {words.start !== "" && (
        <ChartText theme={theme} x={0} y={layout.unitLabelY}>
          {words.start}
        </ChartText>
      )}
      {words.end !== "" && (
        <ChartText theme={theme} x={width} y={layout.unitLabelY} textAnchor="end">
          {words.end}
        </ChartText>
      )}
    </>
  );
}

/** Series on the second axis name it. */
export const RIGHT_AXIS = "right";

function RightAxis({
  model,
  layout,
  theme,
  right,
}: FrameProps & { right: NonNullable<CartesianLayout["right"]> }) {
  const ticks = model.right?.yTicks ?? [];
  const textOf = new Map(right.labels.map((tick) => [tick.value, tick.text]));
  return (
    <YAxis
      {...AXIS}
      yAxisId={RIGHT_AXIS}
      orientation="right"
      type="number"
      domain={[ticks[0]?.value ?? 0, ticks.at(-1)?.value ?? 1]}
      width={right.width}
      ticks={right.labels.map((tick) => tick.value)}
      tick={(tick: TickProps) => (
        <ChartText theme={theme} x={layout.plot.right + 8} y={Number(tick.y)}>
          {textOf.get(Number(tick.payload.value)) ?? ""}
        </ChartText>
      )}
    />
  );
}

type LabelProps = { viewBox?: { x?: number; y?: number; width?: number; height?: number } };

function ReferenceLines({ model, layout, theme }: FrameProps) {
  const [low, high] = domainOf(model);
  const inSight = (model.references ?? []).filter(({ value }) => value >= low && value <= high);
  return inSight.map(({ value, text }, index) => {
    const label = ({ viewBox }: LabelProps) => (
      <ReferenceText theme={theme} box={viewBox ?? {}} layout={layout} lying={model.horizontal}>
        {text}
      </ReferenceText>
    );
    const line = { stroke: theme.ink2, strokeWidth: 1, strokeDasharray: "4 3", label } as const;
    return model.horizontal ? (
      <ReferenceLine key={index} x={value} {...line} />
    ) : (
      <ReferenceLine key={index} y={value} {...line} />
    );
  });
}

type ReferenceTextProps = {
  theme: ChartTheme;
  box: NonNullable<LabelProps["viewBox"]>;
  layout: CartesianLayout;
  lying: boolean;
  children: string;
};

/** At the end of its line, just above it; under it where there is no room above. */
function ReferenceText({ theme, box, layout, lying, children }: ReferenceTextProps) {
  const { plot } = layout;
  const [x, y] = [box.x ?? 0, box.y ?? 0];
  const width = estimateTextWidth(children, LABEL_SIZE);
  const right = lying ? Math.min(x + width + 6, plot.right) : plot.right;
  const middle = lying ? plot.top + 6 : y - 8 < plot.top ? y + 8 : y - 8;
  return (
    <g>
      <rect
        x={right - width - 3}
        y={middle - 7}
        width={width + 4}
        height={13}
        fill={theme.surface}
        fillOpacity={0.8}
      />
      <ChartText theme={theme} x={right} y={middle} textAnchor="end" fill={theme.ink2}>
        {children}
      </ChartText>
    </g>
  );
}

/**
 * A note hangs over its point, on a line down to the axis; other notes' lines pass behind its words. Beside lying bars
 * it stands at the end of its row.
 */
function Notes({ model, layout, theme }: FrameProps) {
  return (
    <g>
      {layout.notes.map((note) => (
        <line
          key={`${note.index} ${note.text}`}
          x1={model.horizontal ? layout.plot.right : note.x}
          x2={model.horizontal ? note.x - 4 : note.x}
          y1={model.horizontal ? note.y : note.y + 7}
          y2={model.horizontal ? note.y : layout.plot.bottom}
          stroke={theme.ink3}
          strokeWidth={1}
        />
      ))}
      {layout.notes.map((note) => {
        const width = estimateTextWidth(note.text, LABEL_SIZE);
        const left = note.x - { start: 0, middle: width / 2, end: width }[note.anchor];
        return (
          <g key={`${note.index} ${note.text}`}>
            <rect x={left - 2} y={note.y - 7} width={width + 4} height={14} fill={theme.surface} />
            <ChartText theme={theme} x={note.x} y={note.y} textAnchor={note.anchor} fill={theme.ink2}>
              {note.text}
            </ChartText>
          </g>
        );
      })}
    </g>
  );
}

/** Values on both sides of zero, and bars, need to see where they start from. */
function ZeroLine({ model, theme }: FrameProps) {
  const [low, high] = domainOf(model);
  if (model.yTicks.length === 0 || low > 0 || high < 0 || model.yScale === "log") return null;
  const line = { stroke: theme.ruleStrong, strokeWidth: 1, ifOverflow: "visible" } as const;
  return model.horizontal ? <ReferenceLine x={0} {...line} /> : <ReferenceLine y={0} {...line} />;
}
