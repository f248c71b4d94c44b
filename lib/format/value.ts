/** Numbers as people read them. One place, so that screen, paper, workbook and mail print the same string. */
import { formatDurationValue } from "@/lib/format/duration";
import { isDuration, type Unit } from "@/lib/format/units";

export type ValueFormat = {
  /** BCP 47. */
  locale: string;
  /** Digits after the point; the unit's habit when left out. */
  decimals?: number;
  /** Short form for narrow places: "€268.4k". */
  compact?: boolean;
};

/** Printed for a missing value. */
export const NO_VALUE = "–";

const NO_BREAK_SPACE = "\u00a0";
const MINUS = "\u2212";
const formatters = new Map<string, Intl.NumberFormat>();

/** Building an Intl formatter costs about 50 µs, using one about 1 µs: tables of 10,000 cells need the cache. */
function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale}|${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, options);
  formatters.set(key, made);
  return made;
}

/**
 * Prints a value in its unit: "€268,410", "11.8 %", "3.2 days". `null` and values that are not finite print
 * an en dash. Spaces inside the result never break, and the minus is a true minus sign.
 * A decimal string (a number too long for a double) keeps every digit its unit shows.
 */
export function formatValue(value: number | string | null, unit: Unit, format: ValueFormat): string {
  if (value === null || !Number.isFinite(Number(value)) || value === "") return NO_VALUE;
  if (isDuration(unit))
    return formatDurationValue(Number(value), unit, (count) => numberFormat(format.locale, {}).format(count));
  const options = unitOptions(Number(value), unit, format);
  // Intl reads a decimal string exactly; going through Number would round it to 15–17 digits.
  const parts = numberFormat(format.locale, options).formatToParts(value as Intl.StringNumericLiteral);
  return joinParts(parts);
}

function unitOptions(value: number, unit: Unit, format: ValueFormat): Intl.NumberFormatOptions {
  const digits = fractionDigits(value, unit, format);
  const base: Intl.NumberFormatOptions = { ...digits, signDisplay: "negative" };
  if (format.compact && unit !== "percent") {
    base.notation = "compact";
    if (format.decimals === undefined)
      Object.assign(base, { minimumFractionDigits: 0, maximumFractionDigits: 1 });
  }
  if (unit === "percent") return { ...base, style: "percent" };
  if (unit === "days") return { ...base, style: "unit", unit: "day", unitDisplay: "long" };
  if (unit === "hours") return { ...base, style: "unit", unit: "hour", unitDisplay: "long" };
  if (unit.startsWith("currency:"))
    return {
      ...base,
      style: "currency",
      currency: unit.slice("currency:".length),
      currencyDisplay: "narrowSymbol",
    };
  return base;
}

type Digits = { minimumFractionDigits?: number; maximumFractionDigits?: number };

function fractionDigits(value: number, unit: Unit, format: ValueFormat): Digits {
  const { decimals } = format;
  if (decimals !== undefined) return { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  switch (unit) {
    case "count":
      return { maximumFractionDigits: 0 };
    case "number":
      return { maximumFractionDigits: 2 };
    case "percent":
      return { minimumFractionDigits: 1, maximumFractionDigits: 1 };
    case "days":
    case "hours":
    case "score":
      return { maximumFractionDigits: 1 };
    default:
      // Cents say something about €12.50 and nothing about €268,410. Below, the currency's own habit holds (JPY has none).
      return Math.round(Math.abs(value) * 100) / 100 >= 1000
        ? { minimumFractionDigits: 0, maximumFractionDigits: 0 }
        : {};
  }
}

function joinParts(parts: Intl.NumberFormatPart[]): string {
  let text = "";
  parts.forEach((part, index) => {
    const before = parts[index - 1];
    const touchesNumber = before?.type === "integer" || before?.type === "fraction";
    if (part.type === "percentSign" && touchesNumber) text += NO_BREAK_SPACE;
    text += part.type === "minusSign" ? part.value.replace("-", MINUS) : part.value;
  });
  return text.replace(/ /g, NO_BREAK_SPACE);
}

/**
 * The change from `previous` to `current` as printed: percent units in points ("+0.9 pt"), all others
 * relative to the size of the previous value ("+6.1 %"). null when it cannot be computed: a value is
 * missing, or the previous one is zero.
 */
export function formatChange(
  current: number | null,
  previous: number | null,
  unit: Unit,
  format: { locale: string },
): string | null {
  const change = computeChange(current, previous, unit);
  if (change === null) return null;
  const large = Math.abs(change) >= 1000;
  const digits = large ? 0 : 1;
  const options: Intl.NumberFormatOptions = {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: "exceptZero",
  };
  const number = joinParts(numberFormat(format.locale, options).formatToParts(change));
  return number + NO_BREAK_SPACE + (unit === "percent" ? "pt" : "%");
}

/** Percentage points for percent units, per cent of |previous| for others. */
export function computeChange(current: number | null, previous: number | null, unit: Unit): number | null {
  if (current === null || previous === null) return null;
  if (unit === "percent") return (current - previous) * 100;
  if (previous === 0) return null;
  return ((current - previous) / Math.abs(previous)) * 100;
}

/** A plain number without a unit, for example on an axis: "1,200". */
export function formatNumber(
  value: number,
  format: { locale: string; minDecimals?: number; maxDecimals?: number },
): string {
  const options: Intl.NumberFormatOptions = {
    minimumFractionDigits: format.minDecimals ?? 0,
    maximumFractionDigits: format.maxDecimals ?? 2,
    signDisplay: "negative",
  };
  return joinParts(numberFormat(format.locale, options).formatToParts(value));
}

/** The currency's short sign in this locale: "€", "US$" or "kr". */
export function currencySign(currency: string, locale: string): string {
  const parts = numberFormat(locale, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
  }).formatToParts(0);
  return parts.find((part) => part.type === "currency")?.value ?? currency;
}
