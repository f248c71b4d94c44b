/** Where the bars of a category stand, one for each series. Pure: laid out like the drawing itself. */
import type { CartesianLayout } from "@/components/charts/cartesian-layout";
import type { Mark } from "@/components/charts/marks";
import { shownSeries } from "@/components/charts/shown-series";
import { drawnValue } from "@/lib/charts/drawn-value";
import { printSeries } from "@/lib/charts/print-series";
import { selectionAt } from "@/lib/charts/selection";
import type { CartesianModel, ChartSeries } from "@/lib/charts/types";

/** Share of a band that is left free on each side of its bars, and pixels between two of them. */
export const BAR_CATEGORY_GAP = 0.24;
export const BAR_GAP = 1;
/** More than this are too small to be hit, and too many to be walked through. */
const MAX_PARTS = 600;

/** By point: a part for each series that stands for one value of the column the bars are split by. */
export function barParts(
  model: CartesianModel,
  { plot }: CartesianLayout,
  hidden: ReadonlySet<string> | undefined,
): Mark[][] {
  const series = shownSeries(model, hidden);
  const { splitColumn } = model;
  if (model.kind !== "bar" || splitColumn === undefined || series.length * model.points.length > MAX_PARTS)
    return [];
  const band = (model.horizontal ? plot.height : plot.width) / Math.max(model.points.length, 1);
  const slotOf = slotsOf(model, series, band);
  const along = model.horizontal ? plot.width : plot.height;
  const place = scaleOf(model, along);
  return model.points.map((point, index): Mark[] => {
    const selection = selectionAt(model, index);
    const ends = { above: 0, below: 0 };
    return series.flatMap((entry): Mark[] => {
      const value = drawnValue(point, entry.key);
      if (value === null) return [];
      const [from, to] = spanOf(model, entry, value, ends);
      const [start, end] = [place(from), place(to)].sort((a, b) => a - b) as [number, number];
      if (!selection || entry.raw === undefined) return [];
      const { offset, size } = slotOf(entry);
      const across = index * band + offset;
      const box = model.horizontal
        ? { left: plot.left + start, top: plot.top + across, width: end - start, height: size }
        : { left: plot.left + across, top: plot.bottom - end, width: size, height: end - start };
      return [
        {
          key: `${index} ${entry.key}`,
          box,
          name: `${point.label}, ${entry.name}: ${printSeries(model, entry.key, point.values[entry.key] ?? null)}`,
          selection: { ...selection, and: [{ column: splitColumn, value: entry.raw, label: entry.name }] },
        },
      ];
    });
  });
}

const isStacked = (model: CartesianModel, series: ChartSeries) =>
  model.stacking !== "none" && series.compares === undefined;

/** Bars of one stack share a slot; as wide as the drawing makes them, or wider where it thins them. */
function slotsOf(model: CartesianModel, series: ChartSeries[], band: number) {
  const idOf = (entry: ChartSeries) => (isStacked(model, entry) ? "stack" : entry.key);
  const ids = [...new Set(series.map(idOf))];
  const free = band * BAR_CATEGORY_GAP;
  const size = Math.max((band - 2 * free - (ids.length - 1) * BAR_GAP) / ids.length, 0);
  return (entry: ChartSeries) => ({ offset: free + ids.indexOf(idOf(entry)) * (size + BAR_GAP), size });
}

/** Positive values pile up and negative ones pile down; `ends` is where the next of a stack begins. */
function spanOf(
  model: CartesianModel,
  series: ChartSeries,
  value: number,
  ends: { above: number; below: number },
): [number, number] {
  if (!isStacked(model, series)) return [0, value];
  const side = value < 0 ? "below" : "above";
  const from = ends[side];
  ends[side] = from + value;
  return [from, ends[side]];
}

/** Pixels from the low end of the value axis; what lies beyond an end is cut off. */
function scaleOf(model: CartesianModel, length: number): (value: number) => number {
  const [low, high] = model.yDomain ?? [model.yTicks[0]?.value ?? 0, model.yTicks.at(-1)?.value ?? 1];
  const read = (value: number) =>
    model.yScale === "log" ? (value > 0 ? Math.log10(value) : Number.NEGATIVE_INFINITY) : value;
  const [first, last] = [read(low), read(high)];
  return (value) => Math.min(Math.max((read(value) - first) / (last - first), 0), 1) * length;
}
