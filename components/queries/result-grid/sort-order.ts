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
  const compare = isFigure ? compareNumbers(sign) : compareTexts(type, sign);
  const keyed = rows.map((row) => ({ row, key: keyOf(row[column] ?? null, isFigure) }));
  keyed.sort((left, right) => {
    if (left.key === null || right.key === null)
      return Number(left.key === null) - Number(right.key === null);
    return compare(left.key, right.key);
  });
  return keyed.map(({ row }) => row);
}

type Key = number | string;

const keyOf = (cell: Cell, isFigure: boolean): Key | null =>
  cell === null ? null : isFigure ? Number(cell) : String(cell);

function compareNumbers(sign: number): (a: Key, b: Key) => number {
  return (a, b) => {
    if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
    return a === b ? 0 : a < b ? -sign : sign;
  };
}

/** Days and times are written so that the order of their texts is their order in time. */
function compareTexts(type: ColumnType, sign: number): (a: Key, b: Key) => number {
  if (type !== "text") return (a, b) => (a === b ? 0 : a < b ? -sign : sign);
  const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });
  return (a, b) => sign * collator.compare(String(a), String(b));
}
