/** What of a chart can be chosen, and where it stands. Pure: laid out like the drawing itself. */
import { barParts } from "@/components/charts/bar-parts";
import { layoutCartesian, pointPosition } from "@/components/charts/cartesian-layout";
import { layoutFunnel } from "@/components/charts/funnel-layout";
import { layoutHeatmap } from "@/components/charts/heatmap-layout";
import type { Tip } from "@/components/charts/mark-tooltip";
import { layoutPie } from "@/components/charts/pie-layout";
import type { LegendLayout } from "@/components/charts/legend-layout";
import { layoutScatter } from "@/components/charts/scatter-layout";
import type { MeasureText } from "@/lib/charts/text-width";
import { printSeries } from "@/lib/charts/print-series";
import { type Selection, selectionAt, selectionFrom } from "@/lib/charts/selection";
import type {
  CartesianModel,
  ChartModel,
  Condition,
  FunnelModel,
  HeatmapModel,
  PieModel,
  ScatterModel,
} from "@/lib/charts/types";
import { assertNever } from "@/lib/errors";

export type Box = { left: number; top: number; width: number; height: number };

export type Mark = {
  key: string;
  box: Box;
  /** Read aloud, with its value. */
  name: string;
  /** Shown under the pointer, for drawings that have no tooltip of their own. */
  tip?: Tip;
  /** null where it stands for several values and filters nothing. */
  selection: Selection | null;
  /** Of a category: its bars, where each stands for a value of a second column. */
  parts?: Mark[];
};

export type ChartMarks = {
  /** In reading order. */
  marks: Mark[];
  /** The mark under a pixel. */
  hit: (x: number, y: number) => Mark | undefined;
  /** The part of a mark under a pixel. */
  hitPart?: (x: number, y: number) => Mark | undefined;
  /** Legend whose entries switch series on and off. */
  legend: LegendLayout | null;
  /** Where a period can be marked by dragging; null without a time axis. */
  timePlot: Box | null;
};

type Size = { width: number; height: number };

/** `hidden` are the keys of series that are not drawn. */
export function marksOf(
  model: ChartModel,
  size: Size,
  measure: MeasureText,
  hidden?: ReadonlySet<string>,
): ChartMarks {
  switch (model.kind) {
    case "line":
    case "bar":
    case "area":
    case "combo":
      return cartesianMarks(model, size, measure, hidden);
    case "pie":
      return pieMarks(model, size, measure);
    case "scatter":
      return scatterMarks(model, size, measure);
    case "funnel":
      return funnelMarks(model, size, measure);
    case "heatmap":
      return heatmapMarks(model, size, measure);
    case "gauge":
      return NO_MARKS;
    default:
      return assertNever(model);
  }
}

/** One number is no choice. */
const NO_MARKS: ChartMarks = { marks: [], hit: () => undefined, legend: null, timePlot: null };

/** Naming more series than this aloud would be a speech. */
const MAX_NAMED = 4;

function cartesianMarks(
  model: CartesianModel,
  size: Size,
  measure: MeasureText,
  hidden: ReadonlySet<string> | undefined,
): ChartMarks {
  const layout = layoutCartesian(model, size, measure);
  const { plot } = layout;
  const along = model.horizontal ? plot.height : plot.width;
  const middles = model.points.map((_, index) => pointPosition(model, index, along));
  const partsOf = barParts(model, layout, hidden);
  const marks = model.points.map((_, index): Mark => {
    const parts = partsOf[index];
    const [start, end] = bandOf(middles, index, along);
    const box = model.horizontal
      ? { left: plot.left, top: plot.top + start, width: plot.width, height: end - start }
      : { left: plot.left + start, top: plot.top, width: end - start, height: plot.height };
    return {
      key: String(index),
      box,
      name: nameOf(model, index),
      selection: selectionAt(model, index),
      ...(parts && parts.length > 0 ? { parts } : {}),
    };
  });
  const plotBox = { left: plot.left, top: plot.top, width: plot.width, height: plot.height };
  return {
    marks,
    hit: hitBox(marks),
    hitPart: hitBox(marks.flatMap((mark) => mark.parts ?? [])),
    legend: layout.legend,
    timePlot: model.time && model.points.length > 2 && !model.horizontal ? plotBox : null,
  };
}

/** Half-way to both neighbours. */
function bandOf(middles: number[], index: number, along: number): [number, number] {
  const middle = middles[index] ?? 0;
  const before = middles[index - 1];
  const after = middles[index + 1];
  if (middles.length === 1) return [0, along];
  const start = before === undefined ? middle - ((after ?? middle) - middle) / 2 : (before + middle) / 2;
  const end = after === undefined ? middle + (middle - (before ?? middle)) / 2 : (middle + after) / 2;
  return [Math.max(start, 0), Math.min(end, along)];
}

function nameOf(model: CartesianModel, index: number): string {
  const point = model.points[index];
  const print = (key: string) => printSeries(model, key, point?.values[key] ?? null);
  const [only] = model.series;
  if (model.series.length === 1 && only) return `${point?.label}: ${print(only.key)}`;
  const values = model.series.slice(0, MAX_NAMED).map((series) => `${series.name} ${print(series.key)}`);
  const more = model.series.length - values.length;
  return `${point?.label}: ${values.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

function pieMarks(model: PieModel, size: Size, measure: MeasureText): ChartMarks {
  const { ring, rows, swatchX, shareX } = layoutPie(model, size, measure);
  const marks = rows.map(
    ({ slice, y }, index): Mark => ({
      key: String(index),
      box: { left: swatchX - 4, top: y - 10, width: shareX - swatchX + 8, height: 20 },
      name: `${slice.name}: ${slice.valueText}, ${slice.shareText}`,
      selection:
        slice.raw === undefined ? null : { column: model.column, value: slice.raw, label: slice.name },
    }),
  );
  const inList = hitBox(marks);
  const hit = (x: number, y: number) => {
    const [dx, dy] = [x - ring.cx, y - ring.cy];
    const distance = Math.hypot(dx, dy);
    if (distance < ring.inner || distance > ring.outer) return inList(x, y);
    // Parts run clockwise from the top.
    const turn = (Math.atan2(dx, -dy) / (2 * Math.PI) + 1) % 1;
    return marks[sliceAt(model, turn)];
  };
  return { marks, hit, legend: null, timePlot: null };
}

function sliceAt(model: PieModel, turn: number): number {
  let end = 0;
  return model.slices.findIndex((slice) => {
    end += slice.share;
    return turn < end;
  });
}

export function hitBox(marks: Mark[]): ChartMarks["hit"] {
  return (x, y) =>
    marks.find(
      ({ box }) => x >= box.left && x <= box.left + box.width && y >= box.top && y <= box.top + box.height,
    );
}

/** The finger's least target, around a dot of any size. */
const LEAST_TARGET = 24;

function scatterMarks(model: ScatterModel, size: Size, measure: MeasureText): ChartMarks {
  const { dots, legend } = layoutScatter(model, size, measure);
  const marks = dots.map(({ dot, index, x, y, r }): Mark => {
    const side = Math.max(r * 2, LEAST_TARGET);
    const rows = [
      { name: model.x.name, value: dot.xText },
      { name: model.y.name, value: dot.yText },
      ...(model.sizeName !== null && dot.sizeText !== null
        ? [{ name: model.sizeName, value: dot.sizeText }]
        : []),
    ];
    const title = dot.name || (model.series.find((series) => series.key === dot.series)?.name ?? "");
    return {
      key: String(index),
      box: { left: x - side / 2, top: y - side / 2, width: side, height: side },
      name: [title, ...rows.map((row) => `${row.name} ${row.value}`)].filter(Boolean).join(", "),
      tip: { title, rows },
      selection:
        model.column !== undefined && dot.raw !== undefined
          ? { column: model.column, value: dot.raw, label: dot.name }
          : null,
    };
  });
  // The nearest: bubbles lie over each other.
  const hit = (x: number, y: number) =>
    marks
      .map((mark) => ({ mark, distance: Math.hypot(...fromMiddle(mark.box, x, y)) }))
      .filter(({ mark, distance }) => distance <= mark.box.width / 2)
      .sort((a, b) => a.distance - b.distance)[0]?.mark;
  return { marks, hit, legend, timePlot: null };
}

function fromMiddle(box: Box, x: number, y: number): [number, number] {
  return [x - box.left - box.width / 2, y - box.top - box.height / 2];
}

function funnelMarks(model: FunnelModel, size: Size, measure: MeasureText): ChartMarks {
  const { rows } = layoutFunnel(model, size, measure);
  const band = size.height / Math.max(rows.length, 1);
  const marks = rows.map(({ stage, bar, middle }, index): Mark => {
    const height = Math.min(Math.max(bar.height, LEAST_TARGET), band);
    const lines = [
      { name: "Value", value: stage.valueText },
      ...(stage.conversionText === null
        ? []
        : [{ name: "Of the stage before", value: stage.conversionText }]),
      { name: "Of the first stage", value: stage.shareText },
    ];
    return {
      key: String(index),
      box: { left: 0, top: middle - height / 2, width: size.width, height },
      name: `${stage.name}: ${lines.map((line) => `${line.name.toLowerCase()} ${line.value}`).join(", ")}`,
      tip: { title: stage.name, rows: lines },
      selection:
        model.column !== undefined && stage.raw !== undefined
          ? { column: model.column, value: stage.raw, label: stage.name }
          : null,
    };
  });
  return { marks, hit: hitBox(marks), legend: null, timePlot: null };
}

function heatmapMarks(model: HeatmapModel, size: Size, measure: MeasureText): ChartMarks {
  const { cellOf } = layoutHeatmap(model, size, measure);
  const marks = model.cells.flatMap((line, row) =>
    line.map((cell, column): Mark => {
      const [across, down] = [model.columns[column], model.rows[row]];
      return {
        key: `${column} ${row}`,
        box: cellOf(column, row),
        name: `${down?.label}, ${across?.label}: ${cell.text}`,
        tip: {
          title: `${down?.label}, ${across?.label}`,
          rows: [{ name: model.valueName, value: cell.text }],
        },
        selection: selectionFrom([
          ...conditionOf(model.xColumn, across),
          ...conditionOf(model.yColumn, down),
        ]),
      };
    }),
  );
  return { marks, hit: hitBox(marks), legend: null, timePlot: null };
}

function conditionOf(
  column: string | undefined,
  place: HeatmapModel["columns"][number] | undefined,
): Condition[] {
  if (column === undefined || place?.raw === undefined) return [];
  return [{ column, value: place.raw, label: place.label }];
}
