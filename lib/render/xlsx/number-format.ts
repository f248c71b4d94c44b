import { DATE_STYLE_OPTIONS, type DateStyle, dateTimeFormat } from "@/lib/format/dates";
import { baseOf, type DurationUnit, isDuration, secondsIn, type Unit } from "@/lib/format/units";

/** Excel number format codes (ECMA-376 part 1, 18.8.31). */
/** As dates and times stand in a workbook, unless another way was chosen. */
export const momentFormat = (
  { type, dates }: { type: "date" | "timestamp"; dates?: DateStyle | undefined },
  locale: string,
): string => (dates ? dateFormatOf(dates, locale) : type === "date" ? DATE_FORMAT : TIMESTAMP_FORMAT);

export const DATE_FORMAT = "yyyy-mm-dd";
export const TIMESTAMP_FORMAT = "yyyy-mm-dd hh:mm";
export const TEXT_FORMAT = "@";

const MAX_DECIMALS = 6;

/**
 * The format under which a workbook shows a number as the report does.
 * `texts` are the printed forms: their longest fraction decides the number of decimals.
 */
export function numberFormatOf(unit: Unit, texts: readonly string[], locale: string): string {
  if (isDuration(unit)) return durationFormat(unit);
  const decimals = decimalsOf(texts, locale);
  const digits = decimals > 0 ? `#,##0.${"0".repeat(decimals)}` : "#,##0";
  if (unit === "percent") return `${digits.replace("#,##0", "0")}%`;
  if (unit.startsWith("currency:")) return currencyFormat(unit.slice("currency:".length), digits, locale);
  return digits;
}

const DAY_SECONDS = 86_400;

/** A number as a workbook holds it: durations are parts of a day there. */
export function workbookNumber(value: number, unit: Unit): number {
  return isDuration(unit) ? (value * secondsIn(unit)) / DAY_SECONDS : value;
}

/** Excel has no negative times and would print "####": below zero it prints days. */
const BELOW_ZERO = '-0.00" d"';
/** A little less than an hour, which no binary fraction of a day is. */
const FROM_AN_HOUR = "[>=0.04166666]";

function durationFormat(unit: DurationUnit): string {
  const isClock = unit.startsWith("clock:");
  if (baseOf(unit) !== "seconds") return `${isClock ? "[hh]:mm" : '[h]" h "mm" min"'};${BELOW_ZERO}`;
  const [long, short] = isClock ? ["[hh]:mm:ss", "[mm]:ss"] : ['[h]" h "mm" min"', '[m]" min "ss" s"'];
  return `${FROM_AN_HOUR}${long};[<0]${BELOW_ZERO};${short}`;
}

/** The format under which a day stands in the order of the locale. */
export function dateFormatOf(style: DateStyle, locale: string): string {
  if (style === "iso") return DATE_FORMAT;
  const options: Intl.DateTimeFormatOptions = DATE_STYLE_OPTIONS[style];
  const codes = {
    day: options.day === "2-digit" ? "dd" : "d",
    month: options.month === "2-digit" ? "mm" : options.month === "long" ? "mmmm" : "mmm",
    year: "yyyy",
  };
  return dateTimeFormat(locale, { ...options, timeZone: "UTC", calendar: "gregory" })
    .formatToParts(0)
    .map(({ type, value }) => {
      if (type === "day" || type === "month" || type === "year") return codes[type];
      return value === " " ? " " : `"${value}"`;
    })
    .join("");
}

/** A mark before every form a number takes; the condition of a form stays in front. */
export function markedFormat(mark: string, format: string): string {
  return format
    .split(";")
    .map((part) => part.replace(/^(\[[<>=][^\]]*\])?/, (condition) => `${condition}"${mark} "`))
    .join(";");
}

function currencyFormat(currency: string, digits: string, locale: string): string {
  const parts = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
  }).formatToParts(1);
  const symbol = `[$${parts.find((part) => part.type === "currency")?.value ?? currency}]`;
  const before =
    parts.findIndex((part) => part.type === "currency") < parts.findIndex((part) => part.type === "integer");
  return before ? `${symbol}${digits}` : `${digits}\\ ${symbol}`;
}

/** Digits after the locale's decimal sign in the longest of the printed numbers. */
export function decimalsOf(texts: readonly string[], locale: string): number {
  const sign =
    new Intl.NumberFormat(locale).formatToParts(1.5).find((part) => part.type === "decimal")?.value ?? ".";
  let most = 0;
  for (const text of texts) {
    const at = text.lastIndexOf(sign);
    if (at < 0) continue;
    const digits = /^\d+/.exec(text.slice(at + sign.length))?.[0].length ?? 0;
    most = Math.max(most, digits);
  }
  return Math.min(most, MAX_DECIMALS);
}
