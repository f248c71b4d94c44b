import type { Unit } from "@/lib/format/units";

/** Excel number format codes (ECMA-376 part 1, 18.8.31). */
export const DATE_FORMAT = "yyyy-mm-dd";
export const TIMESTAMP_FORMAT = "yyyy-mm-dd hh:mm";
export const TEXT_FORMAT = "@";

const MAX_DECIMALS = 6;

/**
 * The format under which a workbook shows a number as the report does.
 * `texts` are the printed forms: their longest fraction decides the number of decimals.
 */
export function numberFormatOf(unit: Unit, texts: readonly string[], locale: string): string {
  const decimals = decimalsOf(texts, locale);
  const digits = decimals > 0 ? `#,##0.${"0".repeat(decimals)}` : "#,##0";
  if (unit === "percent") return `${digits.replace("#,##0", "0")}%`;
  if (unit.startsWith("currency:")) return currencyFormat(unit.slice("currency:".length), digits, locale);
  return digits;
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
