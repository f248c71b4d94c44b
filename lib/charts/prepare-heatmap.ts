import type { HeatmapSpec, HeatPart } from "@/lib/charts/chart-spec";
import {
  columnLabel,
  findColumn,
  findNumberColumn,
  isAdditive,
  readNumber,
  unitOf,
} from "@/lib/charts/columns";
import { type HeatPlace, partLabels, placeReader } from "@/lib/charts/heat-parts";
import { gatherNotices, type PrepareOptions, printCount, truncatedNotices } from "@/lib/charts/notices";
import { summarizeHeatmap } from "@/lib/charts/summary";
import type { HeatLabel, HeatmapModel, Notice, ResultSet } from "@/lib/charts/types";
import { formatValue } from "@/lib/format/value";

/** More cells along a side than this are too small to be seen. */
export const MAX_SIDE = 60;

/**
 * A value for each pair of two categories, or of a weekday and an hour. Rows that share a cell are added up
 * (averaged for rates); weekdays, hours and months stand complete, whatever the rows hold.
 * Throws InvalidInputError for a column that is missing, holds no numbers, or no times where it should.
 */
export function prepareHeatmap(result: ResultSet, spec: HeatmapSpec, options: PrepareOptions): HeatmapModel {
  const { locale } = options;
  const x = findColumn(result, spec.x);
  const y = findColumn(result, spec.y);
  const measure = findNumberColumn(result, spec.value);
  const unit = unitOf(measure, spec.unit);
  const additive = isAdditive(measure.name, unit);
  const [columns, rows] = [new Places(spec.xPart, locale), new Places(spec.yPart, locale)];
  const [readX, readY] = [placeReader(x, spec.xPart, options), placeReader(y, spec.yPart, options)];
  const cells = new Map<string, { sum: number; count: number }>();
  const grid = { duplicates: false, undated: 0 };
  for (const row of result.rows) {
    const [column, line] = [readX(row[x.index]), readY(row[y.index])];
    if (!column || !line) {
      grid.undated += 1;
      continue;
    }
    columns.add(column);
    rows.add(line);
    const value = readNumber(row[measure.index], measure);
    if (value === null) continue;
    const key = `${column.label}\n${line.label}`;
    const known = cells.get(key);
    if (known) grid.duplicates = true;
    cells.set(key, { sum: (known?.sum ?? 0) + value, count: (known?.count ?? 0) + 1 });
  }
  const valueAt = (column: HeatLabel, row: HeatLabel): number | null => {
    const cell = cells.get(`${column.label}\n${row.label}`);
    if (!cell) return null;
    return additive ? cell.sum : cell.sum / cell.count;
  };
  const shown = { columns: columns.shown(), rows: rows.shown() };
  const values = shown.rows.map((row) => shown.columns.map((column) => valueAt(column, row)));
  const ramp = rampOf(values.flat());
  const print = (value: number | null) => formatValue(value, unit, { locale, decimals: spec.decimals });
  const merges = spec.xPart === "value" && spec.yPart === "value" ? grid.duplicates : false;
  const model: HeatmapModel = {
    kind: "heatmap",
    title: spec.title,
    xName: nameOf(x.name, spec.xPart),
    yName: nameOf(y.name, spec.yPart),
    valueName: columnLabel(measure.name),
    ...(spec.xPart === "value" ? { xColumn: x.name } : {}),
    ...(spec.yPart === "value" ? { yColumn: y.name } : {}),
    ...shown,
    cells: values.map((line) =>
      line.map((value) => ({ value, text: print(value), shade: value === null ? 0 : ramp.shadeOf(value) })),
    ),
    unit,
    ramp: ramp.kind,
    lowText: print(ramp.low),
    highText: print(ramp.high),
    empty: result.rows.length === 0,
    notices: [
      ...truncatedNotices(result, locale),
      ...gatherNotices({ ...grid, duplicates: merges }, x, [additive], locale),
      ...cutNotice(columns.count, "columns", locale),
      ...cutNotice(rows.count, "rows", locale),
    ],
    summary: "",
    asOf: result.asOf,
  };
  return { ...model, summary: summarizeHeatmap(model) };
}

/** Labels along one side: in the order of the query, of time, or of the clock. */
class Places {
  private readonly seen = new Map<string, HeatPlace>();
  constructor(part: HeatPart, locale: string) {
    if (part === "value") return;
    partLabels(part, locale).forEach((label, order) => this.seen.set(label, { label, order }));
  }
  get count(): number {
    return this.seen.size;
  }
  add(place: HeatPlace): void {
    if (!this.seen.has(place.label)) this.seen.set(place.label, place);
  }
  shown(): HeatLabel[] {
    return [...this.seen.values()]
      .sort((a, b) => (a.order ?? 0) - (b.order ?? 0))
      .slice(0, MAX_SIDE)
      .map(({ order: _order, ...label }) => label);
  }
}

type Ramp = {
  kind: HeatmapModel["ramp"];
  low: number | null;
  high: number | null;
  shadeOf: (value: number) => number;
};

/** Values on both sides of zero are coloured by their distance from it, the same on both sides. */
function rampOf(values: (number | null)[]): Ramp {
  const present = values.filter((value) => value !== null);
  if (present.length === 0) return { kind: "sequential", low: null, high: null, shadeOf: () => 0 };
  const low = present.reduce((least, value) => Math.min(least, value));
  const high = present.reduce((most, value) => Math.max(most, value));
  if (low < 0 && high > 0) {
    const end = Math.max(-low, high);
    return { kind: "diverging", low: -end, high: end, shadeOf: (value) => value / end };
  }
  const span = high - low;
  return { kind: "sequential", low, high, shadeOf: (value) => (span === 0 ? 0.5 : (value - low) / span) };
}

const PART_NAMES = { weekday: "Weekday", hour: "Hour", month: "Month" } as const satisfies Record<
  Exclude<HeatPart, "value">,
  string
>;

function nameOf(column: string, part: HeatPart): string {
  return part === "value" ? columnLabel(column) : PART_NAMES[part];
}

function cutNotice(count: number, side: "columns" | "rows", locale: string): Notice[] {
  if (count <= MAX_SIDE) return [];
  return [
    { kind: "truncated", text: `Showing the first ${MAX_SIDE} of ${printCount(count, locale)} ${side}.` },
  ];
}
