/** What of a chart can be chosen, and where it stands. Pure: laid out like the drawing itself. */
import { layoutCartesian, pointPosition } from "@/components/charts/cartesian-layout";
import { layoutPie } from "@/components/charts/pie-layout";
import type { LegendLayout } from "@/components/charts/legend-layout";
import type { MeasureText } from "@/lib/charts/text-width";
import { type Selection, selectionAt } from "@/lib/charts/selection";
import type { CartesianModel, ChartModel, PieModel } from "@/lib/charts/types";
import { assertNever } from "@/lib/errors";
import { formatValue } from "@/lib/format/value";

export type Box = { left: number; top: number; width: number; height: number };

export type Mark = {
  key: string;
  box: Box;
  /** Read aloud, with its value. */
  name: string;
  /** null where it stands for several values and filters nothing. */
  selection: Selection | null;
};

export type ChartMarks = {
  /** In reading order. */
  marks: Mark[];
  /** The mark under a pixel. */
  hit: (x: number, y: number) => Mark | undefined;
  /** Legend whose entries switch series on and off. */
  legend: LegendLayout | null;
  /** Where a period can be marked by dragging; null without a time axis. */
  timePlot: Box | null;
};

type Size = { width: number; height: number };

export function marksOf(model: ChartModel, size: Size, measure: MeasureText): ChartMarks {
  switch (model.kind) {
    case "line":
    case "bar":
    case "area":
      return cartesianMarks(model, size, measure);
    case "pie":
      return pieMarks(model, size, measure);
    default:
      return assertNever(model);
  }
}

/** Naming more series than this aloud would be a speech. */
const MAX_NAMED = 4;

function cartesianMarks(model: CartesianModel, size: Size, measure: MeasureText): ChartMarks {
  const layout = layoutCartesian(model, size, measure);
  const { plot } = layout;
  const along = model.horizontal ? plot.height : plot.width;
  const middles = model.points.map((_, index) => pointPosition(model, index, along));
  const marks = model.points.map((_, index): Mark => {
    const [start, end] = bandOf(middles, index, along);
    const box = model.horizontal
      ? { left: plot.left, top: plot.top + start, width: plot.width, height: end - start }
      : { left: plot.left + start, top: plot.top, width: end - start, height: plot.height };
    return { key: String(index), box, name: nameOf(model, index), selection: selectionAt(model, index) };
  });
  const plotBox = { left: plot.left, top: plot.top, width: plot.width, height: plot.height };
  return {
    marks,
    hit: hitBox(marks),
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
  const format = { locale: model.locale, decimals: model.decimals };
  const print = (key: string) => formatValue(point?.values[key] ?? null, model.unit, format);
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
