import type { ColumnChoice } from "@/lib/data-sources/files/schemas";
import { bareNumber, EXPONENT } from "@/lib/data-sources/files/value-kinds";
import { formatDate } from "@/lib/format/dates";
import { formatNumber } from "@/lib/format/value";
import { fits } from "./read-value";

const IS_EXPONENT = new RegExp(`^${EXPONENT}$`);
/** As many as a double holds exactly. */
const EXACT_DIGITS = 15;
/** Two-digit years from here on are those of the last century, as the load reads them. */
const LAST_CENTURY_FROM = 69;

/** A value as it will be read, so that 02/03 is seen to be March or February; one that does not fit as it is. */
export function asRead(value: string, choice: Pick<ColumnChoice, "type" | "format">, locale: string): string {
  const { type, format } = choice;
  const text = value.trim();
  if (format === null || text === "" || !fits(value, choice)) return value;
  if (type === "number") return numberAsRead(text, format, locale);
  return type === "date" || type === "timestamp" ? dateAsRead(text, format, locale) : value;
}

function numberAsRead(text: string, format: string, locale: string): string {
  const bare = bareNumber(text);
  const digits = bare.replace(/\D/g, "");
  if (IS_EXPONENT.test(bare) || digits.length > EXACT_DIGITS) return text;
  const isComma = /,\d+$/.test(format);
  const plain = isComma ? bare.replace(/[^\d,-]/g, "").replace(",", ".") : bare.replace(/[^\d.-]/g, "");
  return formatNumber(Number(plain), { locale, maxDecimals: EXACT_DIGITS });
}

function dateAsRead(text: string, format: string, locale: string): string {
  const [pattern = ""] = format.split(" ");
  const order = pattern.replace(/[^YMD]/g, "").replace(/(.)\1+/g, "$1");
  const parts =
    pattern === "YYYYMMDD"
      ? (/^(\d{4})(\d\d)(\d\d)/.exec(text)?.slice(1) ?? [])
      : (text.match(/\d+/g) ?? []).slice(0, 3);
  const read = (letter: string): number => Number(parts[order.indexOf(letter)]);
  const short = read("Y");
  const year = pattern.includes("YYYY") ? short : short + (short >= LAST_CENTURY_FROM ? 1900 : 2000);
  const iso = [String(year).padStart(4, "0"), pad(read("M")), pad(read("D"))].join("-");
  const time = /[ T](\d.*)$/.exec(text)?.[1];
  const day = formatDate(iso, { locale, zone: "UTC" });
  return time ? `${day}, ${time}` : day;
}

const pad = (value: number): string => String(value).padStart(2, "0");
