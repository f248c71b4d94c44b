/** The geometry of a chart with two axes, worked out before drawing, so that no browser has to be asked. */
import { type AxisLabels, layoutCategoryLabels, layoutTimeLabels } from "@/components/charts/category-labels";
import { LABEL_SIZE } from "@/components/charts/chart-props";
import { layoutLegend, LEGEND_LINE_HEIGHT, type LegendLayout } from "@/components/charts/legend-layout";
import { thinTicks } from "@/components/charts/thin-ticks";
import { type MeasureText, truncateText } from "@/lib/charts/text-width";
import type { CartesianModel } from "@/lib/charts/types";

const AXIS_GAP = 8;
const RIGHT_MARGIN = 12;
/** Half a line of text: the topmost tick's label stands across its grid line. */
const TOP_MARGIN = 8;
const MIN_ROW_HEIGHT = 13;

export type CartesianLayout = {
  legend: LegendLayout;
  /** Middle of the words above the axis; those of two axes stand at both ends of their line. */
  unitLabelY: number;
  /** Labels of the second axis, and the room they need. */
  right: { width: number; labels: { value: number; text: string }[] } | null;
  /** Notes over the plot, each on a line where it does not touch its neighbour. */
  notes: NotePlace[];
  /** Room under the axis labels, for a legend. */
  foot: number;
  plot: { left: number; right: number; top: number; bottom: number; width: number; height: number };
  /** Labels under the plot; for lying bars those of the values. */
  below: AxisLabels;
  /** Labels beside the plot, top to bottom; for lying bars those of the categories. */
  beside: { value: number | string; text: string }[];
  /** Values that get a grid line. */
  gridValues: number[];
};

export type NotePlace = {
  index: number;
  text: string;
  x: number;
  y: number;
  anchor: "start" | "middle" | "end";
};

const NOTE_HEIGHT = 15;
/** Between lying bars and the notes beside them. */
const NOTE_GAP = 14;
const MAX_NOTE_LINES = 3;
const LABEL_PASSES = 3;

type Size = { width: number; height: number };

export function layoutCartesian(model: CartesianModel, size: Size, measure: MeasureText): CartesianLayout {
  const { legend, head, foot } = layoutFrame(model, size, measure);
  const room = { width: size.width, height: size.height - foot };
  const noted = (top: number) =>
    model.horizontal ? layoutLying(model, room, top, measure) : layoutStanding(model, room, top, measure);
  const plain = noted(head + TOP_MARGIN);
  const around = { legend, foot, unitLabelY: LEGEND_LINE_HEIGHT / 2 };
  if (model.horizontal) return { ...around, notes: placeBeside(model, plain.plot, size, measure), ...plain };
  const notes = placeNotes(model, plain.plot, measure);
  if (notes.length === 0) return { ...around, notes, ...plain };
  const lines = Math.max(...notes.map((note) => note.y)) + 1;
  const axes = noted(head + TOP_MARGIN + lines * NOTE_HEIGHT);
  const first = axes.plot.top - lines * NOTE_HEIGHT + NOTE_HEIGHT / 2 - 4;
  const placed = notes.map((note) => ({ ...note, y: first + note.y * NOTE_HEIGHT }));
  return { ...around, notes: placed, ...axes };
}

type Frame = { legend: LegendLayout; head: number; foot: number };

/** What stands over and under the plot: the legend, and the words above the axes. */
function layoutFrame(model: CartesianModel, size: Size, measure: MeasureText): Frame {
  const wordsWidth = model.unitLabel === "" ? 0 : measure(model.unitLabel, LABEL_SIZE) + AXIS_GAP * 2;
  const maxLines = Math.max(1, Math.floor((size.height * 0.25) / LEGEND_LINE_HEIGHT));
  const hasWords = wordsWidth > 0 || Boolean(model.right?.unitLabel);
  const wordsHeight = hasWords ? LEGEND_LINE_HEIGHT : 0;
  const isBelow = model.legend === "bottom";
  // Two axes have words at both ends of the line: the legend gets one of its own.
  const ownLine = isBelow || (model.right !== undefined && hasWords);
  const legend = layoutLegend(
    model.legend === "hidden" ? [] : model.series,
    { width: size.width, maxLines, reserved: ownLine ? 0 : wordsWidth },
    measure,
  );
  if (isBelow) {
    const top = size.height - legend.height;
    return { legend: shiftLegend(legend, top), head: wordsHeight, foot: legend.height };
  }
  if (ownLine)
    return { legend: shiftLegend(legend, wordsHeight), head: wordsHeight + legend.height, foot: 0 };
  return { legend, head: Math.max(legend.height, wordsHeight), foot: 0 };
}

function shiftLegend(legend: LegendLayout, by: number): LegendLayout {
  return { ...legend, entries: legend.entries.map((entry) => ({ ...entry, y: entry.y + by })) };
}

/** `y` counts lines from the top; notes that find no line are left to the table. */
function placeNotes(model: CartesianModel, plot: CartesianLayout["plot"], measure: MeasureText): NotePlace[] {
  const ends: number[] = [];
  const ordered = [...(model.annotations ?? [])].sort((a, b) => a.index - b.index);
  return ordered.flatMap(({ index, text }): NotePlace[] => {
    const middle = pointPosition(model, index, plot.width);
    const short = truncateText(text, plot.width * 0.6, LABEL_SIZE, measure);
    const width = measure(short, LABEL_SIZE);
    const anchor = middle < width / 2 ? "start" : middle > plot.width - width / 2 ? "end" : "middle";
    const left = middle - { start: 0, middle: width / 2, end: width }[anchor];
    const line = Array.from({ length: MAX_NOTE_LINES }, (_, number) => number).find(
      (number) => left > (ends[number] ?? Number.NEGATIVE_INFINITY),
    );
    if (line === undefined) return [];
    ends[line] = left + width + AXIS_GAP;
    return [{ index, text: short, x: plot.left + middle, y: line, anchor }];
  });
}

/** A note of lying bars takes at most this share of the width. */
const NOTE_SHARE = 0.3;

const shortNote = (text: string, size: Size, measure: MeasureText) =>
  truncateText(text, size.width * NOTE_SHARE, LABEL_SIZE, measure);

/** Notes of lying bars stand to the right of their bars; of those too near to each other, the first. */
function placeBeside(
  model: CartesianModel,
  { right, top, height }: CartesianLayout["plot"],
  size: Size,
  measure: MeasureText,
): NotePlace[] {
  let end = Number.NEGATIVE_INFINITY;
  const ordered = [...(model.annotations ?? [])].sort((a, b) => a.index - b.index);
  return ordered.flatMap(({ index, text }): NotePlace[] => {
    const y = top + pointPosition(model, index, height);
    if (y < end) return [];
    end = y + NOTE_HEIGHT;
    return [{ index, text: shortNote(text, size, measure), x: right + NOTE_GAP, y, anchor: "start" }];
  });
}

type Axes = Omit<CartesianLayout, "legend" | "unitLabelY" | "notes" | "foot">;

function layoutStanding(model: CartesianModel, size: Size, top: number, measure: MeasureText): Axes {
  const tickWidth = widest(
    model.yTicks.map((tick) => tick.label),
    measure,
  );
  let left = Math.ceil(tickWidth) + AXIS_GAP;
  const rightLabels = (model.right?.yTicks ?? []).map((tick) => tick.label);
  const rightWidth = rightLabels.length > 0 ? Math.ceil(widest(rightLabels, measure)) + AXIS_GAP : 0;
  let right = rightWidth > 0 ? rightWidth : RIGHT_MARGIN;
  const place = () => {
    const width = Math.max(size.width - left - right, 10);
    return { width, labels: layoutBelow(model, width, (size.height - top) * 0.45, measure) };
  };
  // The labels decide how far the outer ones reach over the edges, and the edges decide the labels: flat ones may
  // have to slant in the room that is left, and slanted ones reach further.
  let placed = place();
  for (let pass = 0; pass < LABEL_PASSES; pass += 1) {
    const reach = labelReach(model, placed.labels, placed.width, measure);
    left = Math.max(left, Math.ceil(reach.left));
    right = Math.max(right, Math.ceil(reach.right));
    placed = place();
  }
  const { width, labels } = placed;
  const bottom = Math.max(size.height - labels.height, top + 10);
  const height = bottom - top;
  const ticks = thinTicks(model.yTicks, height);
  const rightTicks = thinTicks(model.right?.yTicks ?? [], height);
  return {
    right: model.right
      ? { width: rightWidth, labels: rightTicks.map((tick) => ({ value: tick.value, text: tick.label })) }
      : null,
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
  const band = hasBands(model) ? width / Math.max(count, 1) : width / Math.max(count - 1, 1);
  return layoutCategoryLabels(model.points, band, maxHeight, measure);
}

/** Bars stand in bands of their own. */
export function hasBands(model: CartesianModel): boolean {
  return model.kind === "bar" || model.kind === "combo";
}

/** Middle of a point in px from the left edge of the plot: bars stand in bands, lines run from edge to edge. */
export function pointPosition(model: CartesianModel, index: number, width: number): number {
  const count = model.points.length;
  if (hasBands(model)) return ((index + 0.5) / Math.max(count, 1)) * width;
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
  const notes = (model.annotations ?? []).map(({ text }) => shortNote(text, size, measure));
  const right = Math.max(
    RIGHT_MARGIN,
    lastTick ? Math.ceil(measure(lastTick.label, LABEL_SIZE) / 2) : 0,
    notes.length > 0 ? Math.ceil(widest(notes, measure)) + NOTE_GAP + 4 : 0,
  );
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
    right: null,
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

function widest(texts: string[], measure: MeasureText): number {
  return texts.reduce((width, text) => Math.max(width, measure(text, LABEL_SIZE)), 0);
}

/** Recharts adds the axes' own room to these. */
export function chartMargin(
  layout: CartesianLayout,
  width: number,
): { top: number; right: number; bottom: number; left: number } {
  const right = width - layout.plot.right - (layout.right?.width ?? 0);
  return { top: layout.plot.top, right, bottom: layout.foot, left: 0 };
}
