/** The geometry of dots between two value axes. */
import { LABEL_SIZE } from "@/components/charts/chart-props";
import { layoutLegend, LEGEND_LINE_HEIGHT, type LegendLayout } from "@/components/charts/legend-layout";
import type { Box } from "@/components/charts/marks";
import { thinTicks } from "@/components/charts/thin-ticks";
import type { MeasureText } from "@/lib/charts/text-width";
import type { Dot, DotAxis, ScatterModel } from "@/lib/charts/types";

const AXIS_GAP = 8;
const TOP_MARGIN = 8;
const BELOW = 24;
const NAME_LINE = 16;
const DOT = 4;
const LEAST_BUBBLE = 3;

type Tick = { value: number; text: string; at: number };

export type DotPlace = { dot: Dot; index: number; x: number; y: number; r: number };

export type ScatterLayout = {
  legend: LegendLayout;
  plot: Box;
  xTicks: Tick[];
  yTicks: Tick[];
  /** Largest first: small ones lie on top. */
  dots: DotPlace[];
  xOf: (value: number) => number;
  yOf: (value: number) => number;
  /** Middles of the lines of the axes' names. */
  yNameY: number;
  xNameY: number;
};

export function layoutScatter(
  model: ScatterModel,
  size: { width: number; height: number },
  measure: MeasureText,
): ScatterLayout {
  const maxLines = Math.max(1, Math.floor((size.height * 0.25) / LEGEND_LINE_HEIGHT));
  const series = model.legend === "hidden" ? [] : model.series;
  const made = layoutLegend(series, { width: size.width, maxLines, reserved: 0 }, measure);
  const isBelow = model.legend === "bottom";
  const legendTop = isBelow ? size.height - made.height : 0;
  const legend = { ...made, entries: made.entries.map((entry) => ({ ...entry, y: entry.y + legendTop })) };
  const head = (isBelow ? 0 : made.height) + NAME_LINE;
  const foot = (isBelow ? made.height : 0) + BELOW + NAME_LINE;
  const widest = (texts: string[]) =>
    texts.reduce((width, text) => Math.max(width, measure(text, LABEL_SIZE)), 0);
  const left = Math.ceil(widest(model.y.ticks.map((tick) => tick.label))) + AXIS_GAP;
  const right = Math.max(Math.ceil(measure(model.x.ticks.at(-1)?.label ?? "", LABEL_SIZE) / 2), 12);
  const top = head + TOP_MARGIN;
  const plot = {
    left,
    top,
    width: Math.max(size.width - left - right, 10),
    height: Math.max(size.height - top - foot, 10),
  };
  const xOf = (value: number) => plot.left + shareOn(model.x, value) * plot.width;
  const yOf = (value: number) => plot.top + (1 - shareOn(model.y, value)) * plot.height;
  const labelWidth = widest(model.x.ticks.map((tick) => tick.label)) + AXIS_GAP * 2;
  const xTicks = thinTicks(model.x.ticks, plot.width, labelWidth);
  const yTicks = thinTicks(model.y.ticks, plot.height);
  const largest = Math.min(26, plot.height / 7);
  const dots = model.dots
    .map((dot, index) => ({ dot, index, x: xOf(dot.x), y: yOf(dot.y), r: radiusOf(dot, model, largest) }))
    .filter(({ x, y }) => isInside(plot, x, y))
    .sort((a, b) => b.r - a.r || a.index - b.index);
  return {
    legend,
    plot,
    xTicks: xTicks.map((tick) => ({ value: tick.value, text: tick.label, at: xOf(tick.value) })),
    yTicks: yTicks.map((tick) => ({ value: tick.value, text: tick.label, at: yOf(tick.value) })),
    dots,
    xOf,
    yOf,
    yNameY: head - NAME_LINE / 2,
    xNameY: plot.top + plot.height + BELOW + NAME_LINE / 2 - 2,
  };
}

/** The eye compares areas. */
function radiusOf({ size }: Dot, model: ScatterModel, largest: number): number {
  if (model.sizeName === null) return DOT;
  return Math.max(Math.sqrt(size ?? 0) * largest, LEAST_BUBBLE);
}

/** 0 at the beginning of the axis, 1 at its end. */
function shareOn({ domain: [low, high], scale }: DotAxis, value: number): number {
  if (scale === "log") return Math.log(value / low) / Math.log(high / low);
  return (value - low) / (high - low);
}

/** A dot beyond a chosen end of an axis is not in the plot. */
function isInside(plot: Box, x: number, y: number): boolean {
  const near = 0.5;
  return (
    x >= plot.left - near &&
    x <= plot.left + plot.width + near &&
    y >= plot.top - near &&
    y <= plot.top + plot.height + near
  );
}
