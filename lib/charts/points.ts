/** Rows to a grid: one x each, one value per series, gaps where there was nothing. */
import { columnLabel, type FoundColumn, readCategory, readNumber } from "@/lib/charts/columns";
import { readTime } from "@/lib/charts/local-time";
import type { Cell, ResultSet } from "@/lib/charts/types";

export type NamedSeries = {
  name: string;
  raw?: Cell;
  values: (number | null)[];
  /** Among bars: drawn as a line. */
  asLine?: true;
  /** Place among the series shown of the one whose earlier period it is. */
  compares?: number;
};

export type PointGrid = {
  xType: "time" | "category";
  /** Epoch milliseconds ascending for time; the printed category, in the order of the query, otherwise. */
  xs: (number | string)[];
  /** The cell each x was first read from. */
  raws: (Cell | undefined)[];
  series: NamedSeries[];
  /** The printed time that stands behind each x in the period compared with; null where there is none. */
  comparedLabels?: (string | null)[];
  /** True when some x (and series) occurred in more than one row. */
  duplicates: boolean;
  /** Rows left out because they have no time. */
  undated: number;
};

export type GridColumns = {
  x: FoundColumn;
  measures: FoundColumn[];
  /** Its values become the series of the one measure. */
  series: FoundColumn | null;
  /** Of each measure: rows that share a place are added up; averaged otherwise. */
  additive: boolean[];
};

type Slot = { sum: number; count: number };

/** A sparse grid of sums and counts, filled row by row. */
class GridBuilder {
  readonly places = new Map<number | string, Map<number, Slot>>();
  readonly raws = new Map<number | string, Cell>();
  readonly names = new Map<string, { index: number; raw?: Cell }>();
  duplicates = false;
  undated = 0;

  seriesIndex(name: string, raw?: Cell): number {
    const known = this.names.get(name);
    if (known !== undefined) return known.index;
    const index = this.names.size;
    this.names.set(name, raw === undefined ? { index } : { index, raw });
    return index;
  }

  place(x: number | string, raw: Cell): Map<number, Slot> {
    const known = this.places.get(x);
    if (known) return known;
    const made = new Map<number, Slot>();
    this.places.set(x, made);
    this.raws.set(x, raw);
    return made;
  }

  add(place: Map<number, Slot>, series: number, value: number | null): void {
    if (value === null) return;
    const slot = place.get(series);
    if (!slot) {
      place.set(series, { sum: value, count: 1 });
      return;
    }
    this.duplicates = true;
    slot.sum += value;
    slot.count += 1;
  }
}

export function gatherPoints(
  result: ResultSet,
  columns: GridColumns,
  format: { locale: string; zone: string },
): PointGrid {
  const { x, measures, series, additive } = columns;
  const xType = x.type === "date" || x.type === "timestamp" ? "time" : "category";
  const grid = new GridBuilder();
  if (!series) for (const measure of measures) grid.seriesIndex(measure.name);
  for (const row of result.rows) {
    const key = xType === "time" ? readTime(row[x.index], x) : readCategory(row[x.index], x, format);
    if (key === null) {
      grid.undated += 1;
      continue;
    }
    const place = grid.place(key, row[x.index] ?? null);
    measures.forEach((measure, index) => {
      const seriesIndex = series
        ? grid.seriesIndex(readCategory(row[series.index], series, format), row[series.index] ?? null)
        : index;
      grid.add(place, seriesIndex, readNumber(row[measure.index], measure));
    });
  }
  const xs = [...grid.places.keys()];
  if (xType === "time") xs.sort((a, b) => Number(a) - Number(b));
  const valueAt = (key: number | string, seriesIndex: number): number | null => {
    const slot = grid.places.get(key)?.get(seriesIndex);
    if (!slot) return null;
    return additive[series ? 0 : seriesIndex] ? slot.sum : slot.sum / slot.count;
  };
  return {
    xType,
    xs,
    raws: xs.map((key) => grid.raws.get(key)),
    series: [...grid.names].map(([name, { index, raw }]) => ({
      name: series ? name : columnLabel(name),
      ...(raw === undefined ? {} : { raw }),
      values: xs.map((key) => valueAt(key, index)),
    })),
    duplicates: grid.duplicates,
    undated: grid.undated,
  };
}
