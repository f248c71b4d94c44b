import { measureRows } from "@/lib/charts/aggregate";
import { findColumn, unitOf } from "@/lib/charts/columns";
import { momentOf } from "@/lib/charts/moment";
import { type PrepareOptions, truncatedNotices } from "@/lib/charts/notices";
import type { MetricSpec } from "@/lib/charts/spec";
import { summarizeMetric } from "@/lib/charts/summary";
import { readTime } from "@/lib/charts/local-time";
import type { Cell, MetricModel, ResultSet } from "@/lib/charts/types";
import { formatCell } from "@/lib/format/cell";
import type { Unit } from "@/lib/format/units";
import { computeChange, formatChange, formatValue } from "@/lib/format/value";

/** From here on a card prints the short form ("€12.4m"): more digits do not fit and say nothing. */
const COMPACT_FROM = 1e7;
/** A sparkline is some 90 px wide. */
const MAX_SPARKLINE = 60;

const COMPARISON_LABELS = {
  none: "",
  previous_period: "vs previous period",
  previous_year: "vs a year earlier",
} as const satisfies Record<MetricSpec["compare"], string>;

/**
 * One number with its comparison, target and sparkline, or one day. With a denominator the value is
 * sum(value) / sum(denominator), so that a rate stays right when rows are periods or places of unequal size.
 * The comparison needs `options.previous`; a target is reached from the side the direction names.
 * Throws InvalidInputError for a column that is missing or holds no numbers.
 */
export function prepareMetric(result: ResultSet, spec: MetricSpec, options: PrepareOptions): MetricModel {
  const model: MetricModel = {
    kind: "metric",
    title: spec.title,
    ...(figureOfMoment(result, spec, options) ?? figureOfNumber(result, spec, options)),
    empty: result.rows.length === 0,
    notices: truncatedNotices(result, options.locale),
    summary: "",
    asOf: result.asOf,
  };
  return { ...model, summary: summarizeMetric(model) };
}

type Figure = Pick<MetricModel, "value" | "unit" | "moment" | "text" | "comparison" | "target" | "sparkline">;

function figureOfNumber(result: ResultSet, spec: MetricSpec, options: PrepareOptions): Figure {
  const unit = metricUnit(result, spec);
  const value = measureRows(result, result.rows, spec);
  return {
    value,
    unit,
    text: printMetric(value, unit, spec, options.locale),
    comparison: compare(value, unit, spec, options),
    target: targetOf(value, unit, spec, options.locale),
    sparkline: spec.sparklineBy === undefined ? [] : sparkline(result, spec, spec.sparklineBy),
  };
}

/**
 * A day that is later than another is neither more nor better: it is compared with nothing. null where the value is no
 * day, or days are counted.
 */
function figureOfMoment(result: ResultSet, spec: MetricSpec, options: PrepareOptions): Figure | null {
  const { aggregate, denominator, dates } = spec;
  const column = findColumn(result, spec.value);
  const { type } = column;
  if ((type !== "date" && type !== "timestamp") || denominator !== undefined) return null;
  if (aggregate === "count" || aggregate === "distinct") return null;
  const found = momentOf(result.rows, column, aggregate);
  return {
    value: found?.epoch ?? null,
    unit: "number",
    ...(found ? { moment: { type, cell: found.cell, ...(dates ? { dates } : {}) } } : {}),
    text: formatCell(found?.cell ?? null, { type, dates }, options),
    comparison: null,
    target: null,
    sparkline: [],
  };
}

function metricUnit(result: ResultSet, spec: MetricSpec): Unit {
  const column = findColumn(result, spec.value);
  if (spec.unit) return spec.unit;
  if (spec.denominator !== undefined) return "percent";
  return spec.aggregate === "count" || spec.aggregate === "distinct" ? "count" : unitOf(column, undefined);
}

function printMetric(value: number | null, unit: Unit, spec: MetricSpec, locale: string): string {
  const compact = value !== null && Math.abs(value) >= COMPACT_FROM && spec.decimals === undefined;
  // An average of counts is rarely whole: "2.4 visits", not "2".
  const averaged = spec.aggregate === "avg" && unit === "count" && spec.decimals === undefined;
  return formatValue(value, averaged ? "score" : unit, { locale, decimals: spec.decimals, compact });
}

function compare(
  value: number | null,
  unit: Unit,
  spec: MetricSpec,
  options: PrepareOptions,
): MetricModel["comparison"] {
  if (!options.previous || (spec.compare === "none" && options.comparisonLabel === undefined)) return null;
  const previous = measureRows(options.previous, options.previous.rows, spec);
  const changeText = formatChange(value, previous, unit, options);
  const direction = directionOf(value, previous, unit, changeText);
  return {
    label: options.comparisonLabel ?? COMPARISON_LABELS[spec.compare],
    previous,
    previousText: printMetric(previous, unit, spec, options.locale),
    changeText,
    ...differenceOf(value, previous, unit, spec, options.locale),
    direction,
    tone: toneOf(direction, spec.direction),
  };
}

/** Per cent change in points, which are an amount already. */
function differenceOf(
  value: number | null,
  previous: number | null,
  unit: Unit,
  spec: MetricSpec,
  locale: string,
): { differenceText?: string } {
  if (value === null || previous === null || unit === "percent" || value === previous) return {};
  const text = printMetric(value - previous, unit, spec, locale);
  return { differenceText: value > previous ? `+${text}` : text };
}

/** Judged by what is printed: an arrow beside "0.0 %" would contradict it. */
function directionOf(
  value: number | null,
  previous: number | null,
  unit: Unit,
  changeText: string | null,
): "up" | "down" | "flat" {
  if (value === null || previous === null) return "flat";
  const change = changeText === null ? value - previous : (computeChange(value, previous, unit) ?? 0);
  const printsAsZero = changeText !== null && Math.abs(change) < 0.05;
  if (change === 0 || printsAsZero) return "flat";
  return change > 0 ? "up" : "down";
}

function toneOf(
  direction: "up" | "down" | "flat",
  wanted: MetricSpec["direction"],
): "good" | "bad" | "neutral" {
  if (wanted === "none" || direction === "flat") return "neutral";
  return (direction === "up") === (wanted === "higher") ? "good" : "bad";
}

function targetOf(value: number | null, unit: Unit, spec: MetricSpec, locale: string): MetricModel["target"] {
  if (spec.target === undefined) return null;
  const reached =
    value !== null && (spec.direction === "lower" ? value <= spec.target : value >= spec.target);
  const text = printMetric(spec.target, unit, spec, locale);
  return { value: spec.target, text, reached, ...progressOf(value, spec.target, spec, locale) };
}

/** How far a number that should grow has come; a target of nothing or less has no parts. */
function progressOf(value: number | null, target: number, spec: MetricSpec, locale: string) {
  if (value === null || target <= 0 || spec.direction === "lower") return {};
  const share = Math.min(1, Math.max(0, value / target));
  return { progress: { share, text: formatValue(value / target, "percent", { locale, decimals: 0 }) } };
}

/** The metric of each value of the ordering column, oldest first; the newest `MAX_SPARKLINE` of them. */
function sparkline(result: ResultSet, spec: MetricSpec, by: string): (number | null)[] {
  const order = findColumn(result, by);
  const isTime = order.type === "date" || order.type === "timestamp";
  const groups = new Map<string | number, Cell[][]>();
  for (const row of result.rows) {
    const key = isTime ? readTime(row[order.index], order) : (row[order.index] ?? null);
    if (key === null) continue;
    const place = typeof key === "boolean" ? String(key) : key;
    const group = groups.get(place);
    if (group) group.push(row);
    else groups.set(place, [row]);
  }
  const sortable = isTime || order.type === "number";
  const keys = sortable ? [...groups.keys()].sort((a, b) => Number(a) - Number(b)) : [...groups.keys()];
  return keys.slice(-MAX_SPARKLINE).map((key) => measureRows(result, groups.get(key) ?? [], spec));
}
