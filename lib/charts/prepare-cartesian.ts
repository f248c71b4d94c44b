import {
  columnLabel,
  type FoundColumn,
  findColumn,
  findNumberColumn,
  isAdditive,
  unitOf,
} from "@/lib/charts/columns";
import { downsample, MAX_DRAWN_POINTS } from "@/lib/charts/downsample";
import { countOf, type PrepareOptions, printCount, truncatedNotices } from "@/lib/charts/notices";
import { gatherPoints, type NamedSeries, type PointGrid } from "@/lib/charts/points";
import type { CartesianSpec } from "@/lib/charts/spec";
import { summarizeCartesian } from "@/lib/charts/summary";
import { valueAxis } from "@/lib/charts/ticks";
import { timeAxis } from "@/lib/charts/time-axis";
import type { CartesianModel, ChartPoint, Notice, ResultSet } from "@/lib/charts/types";
import { InvalidInputError } from "@/lib/errors";

/** More series than this cannot be told apart, and slow every renderer down. */
export const MAX_SERIES = 50;

type Grid = PointGrid & { notices: Notice[] };

/**
 * Line, bar and area charts. `y` columns become series, or the values of `series` do. Rows sharing an x are
 * added up (averaged for rates and scores) and a notice says so.
 * Throws InvalidInputError for a column that is missing or holds no numbers.
 */
export function prepareCartesian(
  result: ResultSet,
  spec: CartesianSpec,
  options: PrepareOptions,
): CartesianModel {
  const x = findColumn(result, spec.x);
  const measures = spec.y.map((name) => findNumberColumn(result, name));
  const first = measures[0];
  if (!first)
    throw new InvalidInputError("Choose at least one value for this chart.", {
      fields: { y: "Choose at least one value." },
    });
  const series = spec.series === undefined ? null : findColumn(result, spec.series);
  if (series === null && spec.unit === undefined) refuseMixedUnits(measures);
  const unit = unitOf(first, spec.unit);
  const additive = isAdditive(first.name, unit);

  const gathered = gatherPoints(
    result,
    { x, measures: series ? [first] : measures, series, additive },
    options,
  );
  const merged = limitSeries(
    { ...gathered, notices: gatherNotices(gathered, x, additive, options.locale) },
    additive,
    options.locale,
  );
  const drawn = limitPoints(merged, options.locale);

  const axis =
    gathered.xType === "time"
      ? timeAxis(drawn.xs.map(Number), x.type === "date" ? "date" : "timestamp", options)
      : null;
  const points = drawn.xs.map((value, index): ChartPoint => {
    const values = Object.fromEntries(
      drawn.series.map((entry, position) => [`s${position}`, entry.values[index] ?? null]),
    );
    return { label: String(value), ...axis?.labels[index], x: value, values };
  });
  const model: CartesianModel = {
    kind: spec.kind,
    title: spec.title,
    xName: columnLabel(x.name),
    xType: gathered.xType,
    stacked: spec.stacked,
    horizontal: spec.horizontal && spec.kind === "bar",
    series: drawn.series.map((entry, index) => ({ key: `s${index}`, name: entry.name, color: index })),
    points,
    ...(axis ? { xTickSets: axis.tickSets } : {}),
    unit,
    ...(spec.decimals === undefined ? {} : { decimals: spec.decimals }),
    locale: options.locale,
    ...axisOf(drawn.series, spec, unit, options.locale),
    empty: result.rows.length === 0,
    notices: [...truncatedNotices(result, options.locale), ...drawn.notices],
    summary: "",
    asOf: result.asOf,
  };
  return { ...model, summary: summarizeCartesian(model) };
}

/** One axis can be read in one unit only: a rate drawn beside revenue would lie on the floor. */
function refuseMixedUnits(measures: FoundColumn[]): void {
  const stated = measures.filter((measure) => measure.unit !== undefined);
  const other = stated.find((measure) => measure.unit !== stated[0]?.unit);
  if (!stated[0] || !other) return;
  throw new InvalidInputError(
    `"${stated[0].name}" is measured in ${stated[0].unit} and "${other.name}" in ${other.unit}; a chart has one axis. Choose values of one unit, or draw two charts.`,
    { column: other.name },
  );
}

function gatherNotices(grid: PointGrid, x: FoundColumn, additive: boolean, locale: string): Notice[] {
  const notices: Notice[] = [];
  if (grid.duplicates) {
    const done = additive ? "added up" : "averaged, each row weighing the same";
    notices.push({
      kind: "merged",
      text: `Several rows share the same ${columnLabel(x.name).toLowerCase()}; they were ${done}.`,
    });
  }
  if (grid.undated > 0) {
    notices.push({
      kind: "truncated",
      text: `Left out: ${countOf(grid.undated, "row", locale)} without a date in "${x.name}".`,
    });
  }
  return notices;
}

/** Keeps the series with the most in them; the rest become "Other", or are left out where a sum means nothing. */
function limitSeries(grid: Grid, additive: boolean, locale: string): Grid {
  if (grid.series.length <= MAX_SERIES) return grid;
  const room = additive ? MAX_SERIES - 1 : MAX_SERIES;
  const weight = (series: NamedSeries) =>
    series.values.reduce<number>((sum, value) => sum + Math.abs(value ?? 0), 0);
  const ranked = grid.series
    .map((series) => ({ series, weight: weight(series) }))
    .sort((a, b) => b.weight - a.weight);
  const largest = new Set(ranked.slice(0, room).map((entry) => entry.series));
  const kept = grid.series.filter((series) => largest.has(series));
  const rest = grid.series.filter((series) => !largest.has(series));
  const other: NamedSeries = {
    name: `Other (${printCount(rest.length, locale)})`,
    values: grid.xs.map((_, index) => addUp(rest, index)),
  };
  const fate = additive ? 'the other ones are added up as "Other"' : "the other ones are left out";
  const text = `Showing the ${room} largest of ${printCount(grid.series.length, locale)} series; ${fate}.`;
  return {
    ...grid,
    series: additive ? [...kept, other] : kept,
    notices: [...grid.notices, { kind: "merged", text }],
  };
}

function addUp(series: NamedSeries[], index: number): number | null {
  return series.reduce<number | null>((sum, entry) => {
    const value = entry.values[index] ?? null;
    return value === null ? sum : (sum ?? 0) + value;
  }, null);
}

function limitPoints(grid: Grid, locale: string): Grid {
  const count = grid.xs.length;
  if (count <= MAX_DRAWN_POINTS) return grid;
  const isTime = grid.xType === "time";
  const kept = isTime
    ? downsample(
        grid.xs.map(Number),
        grid.series.map((entry) => entry.values),
      )
    : grid.xs.slice(0, MAX_DRAWN_POINTS).map((_, index) => index);
  const notice: Notice = isTime
    ? {
        kind: "downsampled",
        text: `Drawn with ${printCount(kept.length, locale)} of ${printCount(count, locale)} points, chosen to keep the shape and the peaks.`,
      }
    : {
        kind: "truncated",
        text: `Showing the first ${printCount(MAX_DRAWN_POINTS, locale)} of ${countOf(count, "value", locale)}.`,
      };
  return {
    ...grid,
    xs: kept.map((index) => grid.xs[index] as string | number),
    series: grid.series.map((entry) => ({
      ...entry,
      values: kept.map((index) => entry.values[index] ?? null),
    })),
    notices: [...grid.notices, notice],
  };
}

/** Bars and areas stand on zero. A line may leave it out when all its values lie far from it. */
function axisOf(
  series: NamedSeries[],
  spec: CartesianSpec,
  unit: CartesianModel["unit"],
  locale: string,
): Pick<CartesianModel, "yTicks" | "unitLabel"> {
  const values =
    spec.stacked && spec.kind !== "line"
      ? stackedEnds(series)
      : series.flatMap((entry) => entry.values.filter((value) => value !== null));
  if (values.length === 0) return { yTicks: [], unitLabel: "" };
  const min = values.reduce((low, value) => Math.min(low, value));
  const max = values.reduce((high, value) => Math.max(high, value));
  const farFromZero = spec.kind === "line" && (min > 0 ? min > max / 2 : max < min / 2) && min !== max;
  return valueAxis(farFromZero ? min : Math.min(min, 0), farFromZero ? max : Math.max(max, 0), unit, locale);
}

/** Where the stacks end: positive values pile up, negative ones pile down. */
function stackedEnds(series: NamedSeries[]): number[] {
  const count = series[0]?.values.length ?? 0;
  return Array.from({ length: count }, (_, index) => index).flatMap((index) => {
    const values = series
      .map((entry) => entry.values[index])
      .filter((value) => value !== null && value !== undefined);
    if (values.length === 0) return [];
    const positive = values.reduce((sum, value) => sum + Math.max(value, 0), 0);
    const negative = values.reduce((sum, value) => sum + Math.min(value, 0), 0);
    return [negative, positive];
  });
}
