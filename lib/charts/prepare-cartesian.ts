import { arrangeCategories } from "@/lib/charts/arrange-categories";
import type { CartesianSpec, ComboSpec } from "@/lib/charts/chart-spec";
import {
  columnLabel,
  type FoundColumn,
  findColumn,
  findNumberColumn,
  isAdditive,
  unitOf,
} from "@/lib/charts/columns";
import { compareGrid, comparedName } from "@/lib/charts/compare-grid";
import { drawnSeries } from "@/lib/charts/drawn-series";
import { limitPoints, limitSeries, type NoticedGrid } from "@/lib/charts/limit-grid";
import { gatherNotices, type PrepareOptions, truncatedNotices } from "@/lib/charts/notices";
import { gatherPoints, type GridColumns, type NamedSeries, type PointGrid } from "@/lib/charts/points";
import { annotationModels, averageOf, referenceModels } from "@/lib/charts/references";
import { stackedEnds } from "@/lib/charts/stacks";
import { summarizeCartesian } from "@/lib/charts/summary";
import { timeAxis } from "@/lib/charts/time-axis";
import type { CartesianModel, ChartPoint, ChartSeries, ResultSet } from "@/lib/charts/types";
import { axisModel } from "@/lib/charts/value-axis";
import { InvalidInputError } from "@/lib/errors";
import type { Unit } from "@/lib/format/units";
import { formatValue } from "@/lib/format/value";

/** What is read from the result before anything is drawn. */
type Source = {
  x: FoundColumn;
  /** Bars, lines or areas, then the lines over them. */
  measures: FoundColumn[];
  lines: FoundColumn[];
  series: FoundColumn | null;
  unit: Unit;
  /** Of `lines`, when they have an axis of their own. */
  rightUnit: Unit | null;
  additive: boolean[];
};

/**
 * Line, bar and area charts, and bars with lines. `y` columns become series, or the values of `series` do. Rows
 * sharing an x are added up (averaged for rates and scores) and a notice says so.
 * Throws InvalidInputError for a column that is missing or holds no numbers.
 */
export function prepareCartesian(
  result: ResultSet,
  spec: CartesianSpec | ComboSpec,
  options: PrepareOptions,
): CartesianModel {
  const { locale } = options;
  const source = readSource(result, spec);
  const grid = gridOf(result, spec, source, options);
  const stacking = spec.kind === "line" ? "none" : spec.stacking;
  const isRight = (series: NamedSeries) => source.rightUnit !== null && series.asLine === true;
  const left = drawnSeries(
    grid.series.filter((series) => !isRight(series)),
    { stacking, missing: spec.missing, scale: spec.axis?.scale, locale },
  );
  const right = grid.series.filter(isRight);
  const points = pointsOf(grid, [...left.series, ...right], source, options);
  const format = { locale, decimals: spec.decimals };
  const print = (value: number) =>
    formatValue(value, stacking === "percent" ? "percent" : source.unit, format);
  const references = referenceModels(spec.references, averageIn(left.series, spec, source), print);
  const annotations = annotationModels(spec.annotations, points.points);
  const model: CartesianModel = {
    kind: spec.kind,
    title: spec.title,
    xName: columnLabel(source.x.name),
    xColumn: source.x.name,
    ...(source.series ? { splitColumn: source.series.name } : {}),
    xType: grid.xType,
    stacking,
    horizontal: spec.kind === "bar" && spec.horizontal,
    series: seriesModels(grid.series, spec, source),
    ...points,
    unit: source.unit,
    ...(spec.decimals === undefined ? {} : { decimals: spec.decimals }),
    locale,
    ...axisModel({
      values: valuesInSight(left.series, stacking, references),
      fromZero: spec.kind !== "line",
      axis: spec.axis,
      unit: stacking === "percent" ? "percent" : source.unit,
      locale,
    }),
    ...(spec.axis?.scale === "log" ? { yScale: "log" as const } : {}),
    ...(source.rightUnit === null ? {} : { right: rightAxis(right, source.rightUnit, locale) }),
    ...(references.length > 0 ? { references } : {}),
    ...(annotations.length > 0 ? { annotations } : {}),
    ...(spec.missing === "connect" ? { connects: true } : {}),
    ...(spec.legend === "bottom" || spec.legend === "hidden" ? { legend: spec.legend } : {}),
    empty: result.rows.length === 0,
    notices: [...truncatedNotices(result, locale), ...grid.notices, ...left.notices],
    summary: "",
    asOf: result.asOf,
  };
  return { ...model, summary: summarizeCartesian(model) };
}

function readSource(result: ResultSet, spec: CartesianSpec | ComboSpec): Source {
  const x = findColumn(result, spec.x);
  const found = spec.y.map((name) => findNumberColumn(result, name));
  const [first] = found;
  if (!first)
    throw new InvalidInputError("Choose at least one value for this chart.", {
      fields: { y: "Choose at least one value." },
    });
  const series = spec.kind === "combo" || spec.series === undefined ? null : findColumn(result, spec.series);
  const measures = series ? [first] : found;
  const lines = spec.kind === "combo" ? spec.lines.map((name) => findNumberColumn(result, name)) : [];
  const onRight = spec.kind === "combo" && spec.linesAxis === "right";
  const [firstLine] = lines;
  if (spec.unit === undefined) refuseMixedUnits(onRight ? measures : [...measures, ...lines]);
  if (onRight) refuseMixedUnits(lines);
  const unit = unitOf(first, spec.unit);
  const rightUnit = onRight && firstLine ? unitOf(firstLine, undefined) : null;
  const additive = [...measures, ...lines].map((measure, index) => {
    // The chosen unit is the axis', and says of each value on it whether it may be added up.
    const own = index >= measures.length && rightUnit !== null ? undefined : spec.unit;
    return isAdditive(measure.name, unitOf(measure, own ?? (index === 0 ? unit : undefined)));
  });
  return { x, measures, lines, series, unit, rightUnit, additive };
}

function gridOf(
  result: ResultSet,
  spec: CartesianSpec | ComboSpec,
  { x, measures, lines, series, additive }: Source,
  options: PrepareOptions,
): NoticedGrid {
  const columns = { x, measures: [...measures, ...lines], series, additive };
  const gathered = withLines(gatherPoints(result, columns, options), measures, lines);
  const noticed = { ...gathered, notices: gatherNotices(gathered, x, additive, options.locale) };
  const { sort, top } = spec;
  const perSeries = series ? gathered.series.map(() => additive[0] ?? false) : additive;
  const arranged = arrangeCategories(noticed, { sort, top, additive: perSeries, locale: options.locale });
  const merged = series ? limitSeries(arranged, additive[0] ?? false, options.locale) : arranged;
  return limitPoints(compared(merged, columns, spec, options), options.locale);
}

/** Tells the lines from the bars they stand over, so that what is done with the series later can. */
function withLines(grid: PointGrid, measures: FoundColumn[], lines: FoundColumn[]): PointGrid {
  if (lines.length === 0) return grid;
  const series = grid.series.map((entry, index) =>
    index < measures.length ? entry : { ...entry, asLine: true as const },
  );
  return { ...grid, series };
}

/** With the series of the period compared with, where there is one and both can be read. */
function compared(
  grid: NoticedGrid,
  columns: GridColumns,
  spec: CartesianSpec | ComboSpec,
  options: PrepareOptions,
): NoticedGrid {
  const { previous: result, periods } = options;
  const { type } = columns.x;
  if (!result || !periods || grid.xType !== "time" || grid.xs.length === 0) return grid;
  const isStacked = spec.kind !== "line" && spec.stacking !== "none";
  const inStack = grid.series.filter((series) => !series.asLine).length;
  if (isStacked && (inStack > 1 || spec.stacking === "percent")) {
    const text = `${comparedName(options)} is not drawn: it has no place in ${spec.stacking === "percent" ? "shares" : "a stack"}.`;
    return { ...grid, notices: [...grid.notices, { kind: "truncated", text }] };
  }
  const previous = gatherPoints(result, columns, options);
  const read = type === "date" ? type : "timestamp";
  return compareGrid(grid, { previous, periods, type: read }, options);
}

function pointsOf(
  grid: NoticedGrid,
  drawn: NamedSeries[],
  { x }: Source,
  options: PrepareOptions,
): Pick<CartesianModel, "points" | "xTickSets" | "time"> {
  const axis =
    grid.xType === "time"
      ? timeAxis(grid.xs.map(Number), x.type === "date" ? "date" : "timestamp", options)
      : null;
  const differs = drawn.some((series, index) => series.values !== grid.series[index]?.values);
  const points = grid.xs.map((value, index): ChartPoint => {
    const raw = grid.raws[index];
    const comparedLabel = grid.comparedLabels?.[index];
    return {
      label: String(value),
      ...axis?.labels[index],
      x: value,
      ...(raw === undefined ? {} : { raw }),
      values: valuesAt(grid.series, index),
      ...(differs ? { drawn: valuesAt(drawn, index) } : {}),
      ...(comparedLabel ? { comparedLabel } : {}),
    };
  });
  if (!axis) return { points };
  return { points, xTickSets: axis.tickSets, time: { grain: axis.grain, zone: axis.zone } };
}

function valuesAt(series: NamedSeries[], index: number): Record<string, number | null> {
  return Object.fromEntries(series.map((entry, position) => [`s${position}`, entry.values[index] ?? null]));
}

function seriesModels(
  series: NamedSeries[],
  spec: CartesianSpec | ComboSpec,
  { rightUnit }: Source,
): ChartSeries[] {
  const colorOf = (name: string, place: number) => spec.colors?.[name] ?? place;
  return series.map(({ name, raw, asLine, compares }, index): ChartSeries => {
    const looks = {
      ...(asLine ? { asLine } : {}),
      ...(asLine && rightUnit !== null ? { onRight: true } : {}),
    };
    if (compares !== undefined) {
      // It stands right behind the one that it is compared with.
      const color = colorOf(series[index - 1]?.name ?? "", compares);
      return { key: `s${index}`, name, color, ...looks, compares: `s${index - 1}` };
    }
    const place = series.slice(0, index).filter((other) => other.compares === undefined).length;
    return {
      key: `s${index}`,
      name,
      color: colorOf(name, place),
      ...looks,
      ...(raw === undefined ? {} : { raw }),
    };
  });
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

const isCompared = (series: NamedSeries) => series.compares !== undefined;

function averageIn(drawn: NamedSeries[], spec: CartesianSpec | ComboSpec, source: Source) {
  const shown = drawn.filter((entry) => !isCompared(entry));
  return (column: string | undefined): number | null => {
    const index = source.series || column === undefined ? 0 : spec.y.indexOf(column);
    if (index < 0) return null;
    return averageOf(source.series ? shown.flatMap((entry) => entry.values) : (shown[index]?.values ?? []));
  };
}

/** Lines over stacked bars are not part of the stack. */
function valuesInSight(
  drawn: NamedSeries[],
  stacking: CartesianModel["stacking"],
  references: { value: number }[],
): number[] {
  const bars = drawn.filter((entry) => !isCompared(entry) && !entry.asLine);
  const loose = stacking === "none" ? drawn : drawn.filter((entry) => !bars.includes(entry));
  const values = loose.flatMap((entry) => entry.values.filter((value) => value !== null));
  const all = stacking === "none" ? values : [...stackedEnds(bars), ...values];
  // A reference alone makes no chart.
  return all.length === 0 ? [] : [...all, ...references.map((reference) => reference.value)];
}

function rightAxis(series: NamedSeries[], unit: Unit, locale: string): NonNullable<CartesianModel["right"]> {
  const values = series.flatMap((entry) => entry.values.filter((value) => value !== null));
  const { yTicks, unitLabel } = axisModel({ values, fromZero: true, axis: undefined, unit, locale });
  return { unit, yTicks, unitLabel };
}
