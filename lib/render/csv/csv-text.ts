import type { Cell, ColumnType } from "@/lib/charts/types";

/** Tells Excel that the file is UTF-8. */
export const BYTE_ORDER_MARK = "\ufeff";

/**
 * Characters with which a spreadsheet program begins a formula (OWASP, "CSV injection"). A text that starts
 * with one gets an apostrophe in front.
 */
const FORMULA_START = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const NEEDS_QUOTES = /[",\r\n]/;
const PLAIN_NUMBER = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;

/** One RFC 4180 record, with its CRLF. */
export function csvRecord(fields: readonly string[]): string {
  return `${fields.map((field) => (NEEDS_QUOTES.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(",")}\r\n`;
}

/** The text of a value: numbers as they are, so that programs can read them; text guarded. */
export function csvField(value: Cell, type: ColumnType): string {
  if (value === null) return "";
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  if (typeof value === "boolean") return value ? "true" : "false";
  // A number too long for a double comes as text; it is still a number.
  if (type === "number" && PLAIN_NUMBER.test(value)) return value;
  return guardFormula(value);
}

export function guardFormula(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}
