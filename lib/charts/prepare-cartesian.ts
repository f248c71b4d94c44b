import {
  columnLabel,
  type FoundColumn,
  findColumn,
  findNumberColumn,
  isAdditive,
  unitOf,
} from "@/lib/charts/columns";
import { limitPoints, limitSeries } from "@/lib/charts/limit-grid";
import { countOf, type PrepareOptions, truncatedNotices } from "@/lib/charts/notices";
import { gatherPoints, type NamedSeries, type PointGrid } from "@/lib/charts/points";
import type { CartesianSpec } from "@/lib/charts/chart-spec";
import { sharesOf, stackedEnds } from "@/lib/charts/stacks";
import { summarizeCartesian } from "@/lib/charts/summary";
import { valueAxis } from "@/lib/charts/ticks";
import { timeAxis } from "@/lib/charts/time-axis";
import type { CartesianModel, ChartPoint, Notice, ResultSet } from "@/lib/charts/types";
import { InvalidInputError } from "@/lib/errors";

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

  const stacking = spec.kind === "line" ? "none" : spec.stacking;
  const shares = stacking === "percent" ? sharesOf(drawn.series) : null;

  const axis =
    gathered.xType === "time"
      ? timeAxis(drawn.xs.map(Number), x.type === "date" ? "date" : "timestamp", options)
      : null;
  const points = drawn.xs.map((value, index): ChartPoint => {
    const raw = drawn.raws[index];
    return {
      label: String(value),
      ...axis?.labels[index],
      x: value,
      ...(raw === undefined ? {} : { raw }),
      values: valuesAt(drawn.series, index),
      ...(shares ? { drawn: valuesAt(shares, index) } : {}),
    };
  });
  const model: CartesianModel = {
    kind: spec.kind,
    title: spec.title,
    xName: columnLabel(x.name),
    xColumn: x.name,
    ...(series ? { splitColumn: series.name } : {}),
    xType: gathered.xType,
    stacking,
    horizontal: spec.horizontal && spec.kind === "bar",
    series: drawn.series.map(({ name, raw }, index) => ({
      key: `s${index}`,
      name,
      color: index,
      ...(raw === undefined ? {} : { raw }),
    })),
    points,
    ...(axis ? { xTickSets: axis.tickSets, time: { grain: axis.grain, zone: axis.zone } } : {}),
    unit,
    ...(spec.decimals === undefined ? {} : { decimals: spec.decimals }),
    locale: options.locale,
    ...(shares
      ? axisOf(shares, { ...spec, stacking }, "percent", options.locale)
      : axisOf(drawn.series, { ...spec, stacking }, unit, options.locale)),
    empty: result.rows.length === 0,
    notices: [...truncatedNotices(result, options.locale), ...drawn.notices],
    summary: "",
    asOf: result.asOf,
  };
  return { ...model, summary: summarizeCartesian(model) };
}

function valuesAt(series: NamedSeries[], index: number): Record<string, number | null> {
  return Object.fromEntries(series.map((entry, position) => [`s${position}`, entry.values[index] ?? null]));
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

/** Bars and areas stand on zero. A line may leave it out when all its values lie far from it. */
function axisOf(
  series: NamedSeries[],
  spec: CartesianSpec,
  unit: CartesianModel["unit"],
  locale: string,
): Pick<CartesianModel, "yTicks" | "unitLabel"> {
  const values =
    spec.stacking !== "none"
      ? stackedEnds(series)
      : series.flatMap((entry) => entry.values.filter((value) => value !== null));
  if (values.length === 0) return { yTicks: [], unitLabel: "" };
  const min = values.reduce((low, value) => Math.min(low, value));
  const max = values.reduce((high, value) => Math.max(high, value));
  const farFromZero = spec.kind === "line" && (min > 0 ? min > max / 2 : max < min / 2) && min !== max;
  return valueAxis(farFromZero ? min : Math.min(min, 0), farFromZero ? max : Math.max(max, 0), unit, locale);
}
