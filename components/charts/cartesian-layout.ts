/** The geometry of a chart with two axes, worked out before drawing, so that no browser has to be asked. */
import { type AxisLabels, layoutCategoryLabels, layoutTimeLabels } from "@/components/charts/category-labels";
import { LABEL_SIZE } from "@/components/charts/chart-props";
import { layoutLegend, LEGEND_LINE_HEIGHT, type LegendLayout } from "@/components/charts/legend-layout";
import { type MeasureText, truncateText } from "@/lib/charts/text-width";
import type { CartesianModel } from "@/lib/charts/types";

const AXIS_GAP = 8;
const RIGHT_MARGIN = 12;
/** Half a line of text: the topmost tick's label stands across its grid line. */
const TOP_MARGIN = 8;
const MIN_TICK_DISTANCE = 22;
const MIN_ROW_HEIGHT = 13;

export type CartesianLayout = {
  legend: LegendLayout;
  /** Baseline of the words above the axis. */
  unitLabelY: number;
  plot: { left: number; right: number; top: number; bottom: number; width: number; height: number };
  /** Labels under the plot; for lying bars those of the values. */
  below: AxisLabels;
  /** Labels beside the plot, top to bottom; for lying bars those of the categories. */
  beside: { value: number | string; text: string }[];
  /** Values that get a grid line. */
  gridValues: number[];
};

type Size = { width: number; height: number };

export function layoutCartesian(model: CartesianModel, size: Size, measure: MeasureText): CartesianLayout {
  const unitWidth = model.unitLabel === "" ? 0 : measure(model.unitLabel, LABEL_SIZE) + AXIS_GAP * 2;
  const maxLines = Math.max(1, Math.floor((size.height * 0.25) / LEGEND_LINE_HEIGHT));
  const legend = layoutLegend(model.series, { width: size.width, maxLines, reserved: unitWidth }, measure);
  const head = Math.max(legend.height, unitWidth > 0 ? LEGEND_LINE_HEIGHT : 0);
  const top = head + TOP_MARGIN;
  const rest = model.horizontal
    ? layoutLying(model, size, top, measure)
    : layoutStanding(model, size, top, measure);
  return { legend, unitLabelY: LEGEND_LINE_HEIGHT / 2, ...rest };
}

type Axes = Omit<CartesianLayout, "legend" | "unitLabelY">;

function layoutStanding(model: CartesianModel, size: Size, top: number, measure: MeasureText): Axes {
  const tickWidth = widest(
    model.yTicks.map((tick) => tick.label),
    measure,
  );
  let left = Math.ceil(tickWidth) + AXIS_GAP;
  let right = RIGHT_MARGIN;
  const place = () => {
    const width = Math.max(size.width - left - right, 10);
    return { width, labels: layoutBelow(model, width, (size.height - top) * 0.45, measure) };
  };
  // The labels decide how far the outer ones reach over the edges, and the edges decide the labels: twice is enough.
  const first = place();
  const reach = labelReach(model, first.labels, first.width, measure);
  left = Math.max(left, Math.ceil(reach.left));
  right = Math.max(right, Math.ceil(reach.right));
  const { width, labels } = place();
  const bottom = Math.max(size.height - labels.height, top + 10);
  const height = bottom - top;
  const ticks = thinTicks(model.yTicks, height);
  return {
    plot: { left, right: left + width, top, bottom, width, height },
    below: labels,
    beside: ticks.map((tick) => ({ value: tick.value, text: tick.label })),
    gridValues: ticks.map((tick) => tick.value),
  };
}

function layoutBelow(
  model: CartesianModel,
  width: number,
  maxHeight: number,
  measure: MeasureText,
): AxisLabels {
  const position = (index: number) => pointPosition(model, index, width);
  if (model.xTickSets) return layoutTimeLabels(model.points, model.xTickSets, position, measure);
  const count = model.points.length;
  const band = model.kind === "bar" ? width / Math.max(count, 1) : width / Math.max(count - 1, 1);
  return layoutCategoryLabels(model.points, band, maxHeight, measure);
}

/** Middle of a point in px from the left edge of the plot: bars stand in bands, lines run from edge to edge. */
export function pointPosition(model: CartesianModel, index: number, width: number): number {
  const count = model.points.length;
  if (model.kind === "bar") return ((index + 0.5) / Math.max(count, 1)) * width;
  if (model.xType === "category") return count === 1 ? width / 2 : (index / (count - 1)) * width;
  const [first, last] = [Number(model.points[0]?.x), Number(model.points.at(-1)?.x)];
  return last === first ? width / 2 : ((Number(model.points[index]?.x) - first) / (last - first)) * width;
}

/** How far the labels under the plot reach beyond its edges. Slanted ones end under their point. */
function labelReach(
  model: CartesianModel,
  labels: AxisLabels,
  width: number,
  measure: MeasureText,
): { left: number; right: number } {
  const slant = Math.cos((labels.angle * Math.PI) / 180);
  const reach = { left: 0, right: 0 };
  for (const label of labels.labels) {
    const middle = pointPosition(model, label.index, width);
    const length = widest(label.lines, measure);
    const isFlat = labels.angle === 0;
    reach.left = Math.max(reach.left, (isFlat ? length / 2 : length * slant + AXIS_GAP) - middle);
    reach.right = Math.max(reach.right, (isFlat ? length / 2 : 0) + middle - width);
  }
  return reach;
}

/** Bars that lie: categories beside the plot, with room for their names; values below it. */
function layoutLying(model: CartesianModel, size: Size, top: number, measure: MeasureText): Axes {
  const room = size.width * 0.4;
  const names = model.points.map((point) =>
    truncateText(point.axisLabel ?? point.label, room, LABEL_SIZE, measure),
  );
  // Slack for the fallback font, which is drawn until Inter has arrived.
  const left = Math.ceil(widest(names, measure)) + AXIS_GAP + 4;
  const lastTick = model.yTicks.at(-1);
  const right = Math.max(RIGHT_MARGIN, lastTick ? Math.ceil(measure(lastTick.label, LABEL_SIZE) / 2) : 0);
  const width = Math.max(size.width - left - right, 10);
  const bottom = Math.max(size.height - 24, top + 10);
  const height = bottom - top;
  const step = Math.max(1, Math.ceil(MIN_ROW_HEIGHT / (height / Math.max(names.length, 1))));
  const tickWidth =
    widest(
      model.yTicks.map((tick) => tick.label),
      measure,
    ) +
    AXIS_GAP * 2;
  const ticks = thinTicks(model.yTicks, width, tickWidth);
  return {
    plot: { left, right: left + width, top, bottom, width, height },
    below: {
      labels: ticks.map((tick) => ({ index: model.yTicks.indexOf(tick), lines: [tick.label] })),
      angle: 0,
      height: 24,
    },
    beside: model.points.flatMap((point, index) =>
      index % step === 0 ? [{ value: point.x, text: names[index] ?? "" }] : [],
    ),
    gridValues: ticks.map((tick) => tick.value),
  };
}

/** Every tick, or every second, third …, counted from zero where there is one, so that they keep apart. */
function thinTicks<Tick extends { value: number }>(
  ticks: Tick[],
  length: number,
  minDistance = MIN_TICK_DISTANCE,
): Tick[] {
  const gaps = ticks.length - 1;
  const least = Math.max(1, Math.ceil(minDistance / (length / Math.max(gaps, 1))));
  // One step more is worth it when the topmost tick keeps its label then.
  const step = gaps % least !== 0 && gaps % (least + 1) === 0 ? least + 1 : least;
  const zero = Math.max(
    ticks.findIndex((tick) => tick.value === 0),
    0,
  );
  return ticks.filter((_, index) => (index - zero) % step === 0);
}

function widest(texts: string[], measure: MeasureText): number {
  return texts.reduce((width, text) => Math.max(width, measure(text, LABEL_SIZE)), 0);
}

/** Recharts adds the axes' own room to these. */
export function chartMargin(
  layout: CartesianLayout,
  width: number,
): { top: number; right: number; bottom: number; left: number } {
  return { top: layout.plot.top, right: width - layout.plot.right, bottom: 0, left: 0 };
}
