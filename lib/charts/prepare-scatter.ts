import type { AxisSpec, ScatterSpec } from "@/lib/charts/chart-spec";
import {
  columnLabel,
  findColumn,
  findNumberColumn,
  type FoundColumn,
  readCategory,
  readNumber,
  unitOf,
} from "@/lib/charts/columns";
import { countOf, type PrepareOptions, printCount, truncatedNotices } from "@/lib/charts/notices";
import { averageOf, referenceModels } from "@/lib/charts/references";
import { summarizeScatter } from "@/lib/charts/summary";
import type { ChartSeries, Dot, DotAxis, Notice, ResultSet, ScatterModel } from "@/lib/charts/types";
import { axisModel } from "@/lib/charts/value-axis";
import type { Unit } from "@/lib/format/units";
import { formatValue } from "@/lib/format/value";

/** More dots than this are a cloud either way, and slow to draw. */
export const MAX_DOTS = 2000;
/** More colours than the palette has cannot be told apart. */
const MAX_COLORS = 10;

type Read = Omit<Dot, "size" | "series"> & { amount: number | null; color: string };

/**
 * A dot for each row: one measure against another, a third as its area, a category as its colour.
 * Throws InvalidInputError for a column that is missing or holds no numbers.
 */
export function prepareScatter(result: ResultSet, spec: ScatterSpec, options: PrepareOptions): ScatterModel {
  const { locale } = options;
  const x = findNumberColumn(result, spec.x);
  const y = findNumberColumn(result, spec.y);
  const size = spec.size === undefined ? null : findNumberColumn(result, spec.size);
  const unit = unitOf(y, spec.unit);
  const read = readDots(result, { x, y, size, unit }, spec, options);
  const drawable = read.filter((dot) => isOnAxis(dot.x, spec.xAxis) && isOnAxis(dot.y, spec.axis));
  const shown = thin(drawable);
  const { series, seriesOf } = colourDots(shown, spec);
  const largest = shown.reduce((most, dot) => Math.max(most, dot.amount ?? 0), 0);
  const print = (value: number) => formatValue(value, unit, { locale, decimals: spec.decimals });
  const ys = shown.map((dot) => dot.y);
  const references = referenceModels(spec.references, () => averageOf(ys), print);
  const model: ScatterModel = {
    kind: "scatter",
    title: spec.title,
    ...(spec.label === undefined ? {} : { column: spec.label }),
    x: dotAxis(
      shown.map((dot) => dot.x),
      x,
      unitOf(x, undefined),
      spec.xAxis,
      locale,
    ),
    y: dotAxis([...ys, ...references.map(({ value }) => value)], y, unit, spec.axis, locale),
    sizeName: size ? columnLabel(size.name) : null,
    series,
    dots: shown.map(({ amount, color, ...dot }) => ({
      ...dot,
      size: size && amount !== null && largest > 0 ? Math.max(amount, 0) / largest : null,
      series: seriesOf(color),
    })),
    ...(references.length > 0 ? { references } : {}),
    ...(spec.legend === "bottom" || spec.legend === "hidden" ? { legend: spec.legend } : {}),
    empty: result.rows.length === 0,
    notices: [
      ...truncatedNotices(result, locale),
      ...lostNotice(result.rows.length - read.length, "a value for both axes", locale),
      ...lostNotice(read.length - drawable.length, "a place on a logarithmic axis", locale),
      ...thinNotice(drawable.length, shown.length, locale),
    ],
    summary: "",
    asOf: result.asOf,
  };
  return { ...model, summary: summarizeScatter(model) };
}

type Columns = { x: FoundColumn; y: FoundColumn; size: FoundColumn | null; unit: Unit };

function readDots(
  result: ResultSet,
  { x, y, size, unit }: Columns,
  spec: ScatterSpec,
  options: PrepareOptions,
): Read[] {
  const { locale } = options;
  const label = spec.label === undefined ? null : findColumn(result, spec.label);
  const color = spec.color === undefined ? null : findColumn(result, spec.color);
  return result.rows.flatMap((row): Read[] => {
    const [across, up] = [readNumber(row[x.index], x), readNumber(row[y.index], y)];
    if (across === null || up === null) return [];
    const amount = size ? readNumber(row[size.index], size) : null;
    return [
      {
        x: across,
        y: up,
        amount,
        color: color ? readCategory(row[color.index], color, options) : "",
        name: label ? readCategory(row[label.index], label, options) : "",
        xText: formatValue(across, unitOf(x, undefined), { locale }),
        yText: formatValue(up, unit, { locale, decimals: spec.decimals }),
        sizeText: size ? formatValue(amount, unitOf(size, undefined), { locale }) : null,
        ...(label ? { raw: row[label.index] ?? null } : {}),
      },
    ];
  });
}

function isOnAxis(value: number, axis: AxisSpec | undefined): boolean {
  return axis?.scale !== "log" || value > 0;
}

/** Evenly over the rows: no row is better than another, and the same rows give the same picture. */
function thin(dots: Read[]): Read[] {
  if (dots.length <= MAX_DOTS) return dots;
  return Array.from(
    { length: MAX_DOTS },
    (_, index) => dots[Math.floor((index * dots.length) / MAX_DOTS)] as Read,
  );
}

/** A colour each for the most frequent categories, in the order of the rows; one for the rest. */
function colourDots(
  dots: Read[],
  spec: ScatterSpec,
): { series: ChartSeries[]; seriesOf: (color: string) => string } {
  const counts = new Map<string, number>();
  for (const { color } of dots) counts.set(color, (counts.get(color) ?? 0) + 1);
  const names = [...counts.keys()];
  const frequent = [...names].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  const kept = names.length > MAX_COLORS ? new Set(frequent.slice(0, MAX_COLORS - 1)) : new Set(names);
  const series = names
    .filter((name) => kept.has(name))
    .map((name, index): ChartSeries => ({ key: `s${index}`, name, color: spec.colors?.[name] ?? index }));
  if (kept.size < names.length) series.push({ key: "other", name: "Other", color: MAX_COLORS - 1 });
  const keys = new Map(series.map((entry) => [entry.name, entry.key]));
  return { series, seriesOf: (color) => keys.get(color) ?? "other" };
}

function dotAxis(
  values: number[],
  column: FoundColumn,
  unit: Unit,
  axis: AxisSpec | undefined,
  locale: string,
): DotAxis {
  const { yTicks, unitLabel, yDomain } = axisModel({ values, fromZero: false, axis, unit, locale });
  return {
    name: columnLabel(column.name),
    unit,
    ticks: yTicks,
    unitLabel,
    domain: yDomain ?? [yTicks[0]?.value ?? 0, yTicks.at(-1)?.value ?? 1],
    ...(axis?.scale === "log" ? { scale: "log" as const } : {}),
  };
}

function lostNotice(count: number, lacking: string, locale: string): Notice[] {
  return count === 0
    ? []
    : [{ kind: "truncated", text: `Left out: ${countOf(count, "row", locale)} without ${lacking}.` }];
}

function thinNotice(all: number, shown: number, locale: string): Notice[] {
  if (all === shown) return [];
  const text = `Drawn with ${printCount(shown, locale)} of ${printCount(all, locale)} dots, taken evenly from the rows.`;
  return [{ kind: "downsampled", text }];
}
