/** The value axis: round numbers, few of them, printed short. */
import { currencySign, formatNumber, formatValue } from "@/lib/format/value";
import { type DurationUnit, isDuration, secondsIn, type Unit } from "@/lib/format/units";

/**
 * About `count` round values (1, 2 or 5 times a power of ten apart) that enclose [min, max].
 * Source: P. Heckbert, "Nice Numbers for Graph Labels", Graphics Gems (1990), p. 61.
 * Equal ends are widened to zero, so that one value still has an axis.
 */
export function niceTicks(
  min: number,
  max: number,
  options: { count?: number; minStep?: number } = {},
): number[] {
  const [low, high] = min === max ? [Math.min(min, 0), Math.max(max, min === 0 ? 1 : 0)] : [min, max];
  const rough = (high - low) / ((options.count ?? 5) - 1);
  const step = Math.max(niceStep(rough), options.minStep ?? 0);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => multiple(first + index, step));
}

/** Seconds that are round on a clock; beyond them, whole numbers of days are. */
const CLOCK_STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200];
const DAY_SECONDS = 86_400;

/** Like `niceTicks`, round in the unit: durations by the clock, counts by whole numbers. */
export function unitTicks(min: number, max: number, unit: Unit): number[] {
  if (isDuration(unit)) return durationTicks(min, max, unit);
  return niceTicks(min, max, { minStep: unit === "count" ? 1 : 0 });
}

function durationTicks(min: number, max: number, unit: DurationUnit): number[] {
  const second = 1 / secondsIn(unit);
  const [low, high] =
    min === max ? [Math.min(min, 0), Math.max(max, min === 0 ? 60 * second : 0)] : [min, max];
  const rough = (high - low) / second / 4;
  const least = unit.endsWith(":seconds") ? 1 : 60;
  const steps = CLOCK_STEPS.filter((step) => step >= least);
  const seconds = steps.find((step) => step >= rough) ?? niceStep(rough / DAY_SECONDS) * DAY_SECONDS;
  const step = seconds * second;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => multiple(first + index, step));
}

/** Heckbert's nicenum(x, round = true). */
function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const fraction = rough / power;
  if (fraction < 1.5) return power;
  if (fraction < 3) return 2 * power;
  if (fraction < 7) return 5 * power;
  return 10 * power;
}

/** `count * step` without the noise of binary fractions: 3 × 0.1 is 0.3. */
function multiple(count: number, step: number): number {
  const product = count * step;
  return product === 0 ? 0 : Number(product.toPrecision(12));
}

/** Larger values are printed in these, with the word above the axis. */
const SCALES = [
  { from: 1e13, divisor: 1e12, word: "trillion" },
  { from: 1e10, divisor: 1e9, word: "billion" },
  { from: 1e7, divisor: 1e6, word: "million" },
  { from: 1e4, divisor: 1e3, word: "thousand" },
];

export type ValueAxis = { yTicks: { value: number; label: string }[]; unitLabel: string };

/** Ticks with their printed form, and the words above the axis: "1,200" under "€ thousand". */
export function valueAxis(min: number, max: number, unit: Unit, locale: string): ValueAxis {
  const ticks = unitTicks(min, max, unit);
  if (isDuration(unit))
    return {
      yTicks: ticks.map((value) => ({ value, label: formatValue(value, unit, { locale }) })),
      unitLabel: "",
    };
  const step = (ticks[1] ?? 1) - (ticks[0] ?? 0);
  if (unit === "percent") {
    const decimals = decimalsOf(step * 100);
    return {
      yTicks: ticks.map((value) => ({ value, label: formatValue(value, unit, { locale, decimals }) })),
      unitLabel: "",
    };
  }
  const largest = Math.max(...ticks.map(Math.abs));
  const scale = SCALES.find((candidate) => largest >= candidate.from);
  const sign = unit.startsWith("currency:") ? currencySign(unit.slice("currency:".length), locale) : "";
  const divisor = scale?.divisor ?? 1;
  const decimals = decimalsOf(step / divisor);
  const print = (value: number): string =>
    sign !== "" && !scale
      ? formatValue(value, unit, { locale, decimals })
      : formatNumber(value / divisor, { locale, minDecimals: decimals, maxDecimals: decimals });
  const counted = unit === "days" || unit === "hours" ? unit : "";
  const words = scale ? [sign, scale.word, counted] : [counted];
  return {
    yTicks: ticks.map((value) => ({ value, label: print(value) })),
    unitLabel: words.filter(Boolean).join(" "),
  };
}

/** Fewer decades than this leave room for ticks between them. */
const SPARSE_DECADES = 3;

/**
 * A logarithmic axis: powers of ten that enclose [min, max], and 2 and 5 times them when they are few. Both
 * ends must be above zero.
 */
export function logAxis(min: number, max: number, unit: Unit, locale: string): ValueAxis {
  const first = Math.floor(Math.log10(min) + 1e-9);
  const last = Math.max(Math.ceil(Math.log10(max) - 1e-9), first + 1);
  const factors = last - first < SPARSE_DECADES ? [1, 2, 5] : [1];
  const all = Array.from({ length: last - first + 1 }, (_, index) => first + index).flatMap((power) =>
    factors.map((factor) => Number((factor * 10 ** power).toPrecision(12))),
  );
  const yTicks = all
    .filter((value) => value <= 10 ** last)
    .map((value) => ({ value, label: printLog(value, unit, locale) }));
  return { yTicks, unitLabel: unit === "days" || unit === "hours" ? unit : "" };
}

function printLog(value: number, unit: Unit, locale: string): string {
  const decimals = Math.max(0, decimalsOf(unit === "percent" ? value * 100 : value));
  const plain = unit === "days" || unit === "hours" ? "number" : unit;
  return value >= 1e4
    ? formatValue(value, plain, { locale, compact: true })
    : formatValue(value, plain, { locale, decimals });
}

/** Digits needed to print multiples of a 1–2–5 step. */
function decimalsOf(step: number): number {
  return Math.min(Math.max(0, -Math.floor(Math.log10(step) + 1e-9)), 10);
}
