import type { GaugeSpec } from "@/lib/charts/chart-spec";
import type { PrepareOptions } from "@/lib/charts/notices";
import { prepareMetric } from "@/lib/charts/prepare-metric";
import { summarizeGauge } from "@/lib/charts/summary";
import { unitTicks } from "@/lib/charts/ticks";
import type { GaugeModel, ResultSet } from "@/lib/charts/types";
import { InvalidInputError } from "@/lib/errors";
import type { Unit } from "@/lib/format/units";
import { formatValue } from "@/lib/format/value";

/**
 * One number on a scale, with its target and ranges: the number of a metric card, computed alike. The scale
 * runs from zero to a round number beyond everything on it, unless its ends were chosen.
 * Throws InvalidInputError for a column that is missing or holds no numbers, and for ends in the wrong order.
 */
export function prepareGauge(result: ResultSet, spec: GaugeSpec, options: PrepareOptions): GaugeModel {
  const { title, value: column, aggregate, denominator, decimals, direction, target } = spec;
  const measured = {
    title,
    value: column,
    aggregate,
    denominator,
    unit: spec.unit,
    decimals,
    direction,
    target,
  };
  const metric = prepareMetric(result, { ...measured, kind: "metric", compare: "none" }, options);
  const { unit, value } = metric;
  const print = (end: number) => printEnd(end, unit, options.locale);
  const [from, to] = endsOf(spec, value, unit);
  const bands = bandsOf(spec.ranges ?? [], from, to);
  const model: GaugeModel = {
    kind: "gauge",
    title,
    value,
    unit,
    text: metric.text,
    min: { value: from, text: print(from) },
    max: { value: to, text: print(to) },
    target: metric.target,
    ranges: bands.map((band) => ({ ...band, text: `${print(band.from)} to ${print(band.to)}` })),
    tone: toneOf(bands, value),
    empty: metric.empty,
    notices: metric.notices,
    summary: "",
    asOf: metric.asOf,
  };
  return { ...model, summary: summarizeGauge(model) };
}

/** The ends of a scale are round: digits after the point only where there are some. */
function printEnd(end: number, unit: Unit, locale: string): string {
  if (Math.abs(end) >= 1e4) return formatValue(end, unit, { locale, compact: true });
  const whole = Number.isInteger(Number((unit === "percent" ? end * 100 : end).toPrecision(12)));
  return formatValue(end, unit, whole ? { locale, decimals: 0 } : { locale });
}

function endsOf(spec: GaugeSpec, value: number | null, unit: Unit): [number, number] {
  if (spec.min !== undefined && spec.max !== undefined && spec.min >= spec.max) {
    throw new InvalidInputError(
      `The scale begins at ${spec.min} and ends at ${spec.max}. Its end must be larger than its beginning.`,
      { fields: { max: "Choose a number above the beginning." } },
    );
  }
  const shown = [value, spec.target, ...(spec.ranges ?? []).map((range) => range.to)].filter(
    (number) => number !== null && number !== undefined,
  );
  const low = shown.reduce((least, number) => Math.min(least, number), 0);
  const high = shown.reduce((most, number) => Math.max(most, number), 0);
  const ticks = unitTicks(low, high, unit);
  const min = spec.min ?? (low < 0 ? (ticks[0] ?? 0) : 0);
  // A share has a natural end, as long as it is not far away.
  const natural = unit === "percent" && high <= 1 && high > 0.4 ? 1 : (ticks.at(-1) ?? 1);
  return [min, spec.max ?? Math.max(natural, min + 1e-9)];
}

type Band = Pick<GaugeModel["ranges"][number], "from" | "to" | "tone">;

function bandsOf(ranges: NonNullable<GaugeSpec["ranges"]>, min: number, max: number): Band[] {
  const ordered = [...ranges].sort((a, b) => a.to - b.to);
  const bands: Band[] = [];
  let from = min;
  ordered.forEach((range, index) => {
    const to = index === ordered.length - 1 ? max : Math.min(Math.max(range.to, from), max);
    if (to > from) bands.push({ from, to, tone: range.tone });
    from = to;
  });
  return bands;
}

/** Beyond its ends the scale goes on like its outer ranges. */
function toneOf(bands: Band[], value: number | null): GaugeModel["tone"] {
  if (value === null) return null;
  return (bands.find((band) => value < band.to) ?? bands.at(-1))?.tone ?? null;
}
