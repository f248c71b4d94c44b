import type { Cell, ColumnType } from "@/lib/charts/types";

export type SortOrder = { column: number; descending: boolean };

/** Figures are first wanted largest first, words from A; a third click brings back the order of the query. */
export function nextOrder(order: SortOrder | null, column: number, type: ColumnType): SortOrder | null {
  const startsDescending = type === "number";
  if (order?.column !== column) return { column, descending: startsDescending };
  return order.descending === startsDescending ? { column, descending: !startsDescending } : null;
}

/**
 * The rows in the order asked for. Equal rows keep their order, and missing values stay last either way; texts
 * in a column of numbers ("NaN") stand between the numbers and the missing.
 */
export function sortRows(rows: Cell[][], type: ColumnType, { column, descending }: SortOrder): Cell[][] {
  const sign = descending ? -1 : 1;
  const isFigure = type === "number" || type === "boolean";
  const keys = rows.map((row) => keyOf(row[column] ?? null, isFigure));
  const plain = type === "text" ? plainKeys(keys) : keys;
  const compare = isFigure ? compareNumbers(sign) : plain ? compareTexts(sign) : compareWords(sign);
  const keyed = rows.map((row, index) => ({ row, key: (plain ?? keys)[index] ?? null }));
  keyed.sort((left, right) => {
    if (left.key === null || right.key === null)
      return Number(left.key === null) - Number(right.key === null);
    return compare(left.key, right.key);
  });
  return keyed.map(({ row }) => row);
}

type Key = number | string;
type Compare = (a: Key, b: Key) => number;

const keyOf = (cell: Cell, isFigure: boolean): Key | null =>
  cell === null ? null : isFigure ? Number(cell) : String(cell);

const PLAIN = /^[a-z0-9]*$/i;
const DIGITS = 16;
const LONG_NUMBER = new RegExp(`\\d{${DIGITS + 1}}`);

/**
 * Keys whose order as texts is the order people expect, numbers within by their size; null when a text has more
 * than plain letters and digits. Spares the collator, which needs seconds for 100,000 codes.
 */
function plainKeys(keys: (Key | null)[]): (Key | null)[] | null {
  const isPlain = (key: Key | null) =>
    key === null || (PLAIN.test(String(key)) && !LONG_NUMBER.test(String(key)));
  if (!keys.every(isPlain)) return null;
  const pad = (digits: string) => digits.padStart(DIGITS, "0");
  return keys.map((key) => (key === null ? null : String(key).toLowerCase().replace(/\d+/g, pad)));
}

function compareNumbers(sign: number): Compare {
  return (a, b) => {
    if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
    return a === b ? 0 : a < b ? -sign : sign;
  };
}

/** Days and times, too, are written so that the order of their texts is their order in time. */
const compareTexts =
  (sign: number): Compare =>
  (a, b) =>
    a === b ? 0 : a < b ? -sign : sign;

function compareWords(sign: number): Compare {
  const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });
  return (a, b) => sign * collator.compare(String(a), String(b));
}
