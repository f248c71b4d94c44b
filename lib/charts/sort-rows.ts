import type { Cell, ColumnType, TableCell, TableColumn } from "@/lib/charts/types";

export type SortOrder = { key: string; descending: boolean };

/** One thing rows are ordered by: how it is read from a row, and what it is. */
export type SortKey<Row> = { read: (row: Row) => Cell; type: ColumnType; descending: boolean };

/** In the order of the first key, equal rows by the next; missing values stay last either way. Stable. */
export function sortBy<Row>(rows: readonly Row[], keys: readonly SortKey<Row>[], locale?: string): Row[] {
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: "base" });
  const compare = (a: Cell, b: Cell, { type, descending }: SortKey<Row>): number => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    const isNumeric = type === "number" || type === "boolean";
    const order = isNumeric ? Number(a) - Number(b) : collator.compare(String(a), String(b));
    return descending ? -order : order;
  };
  return [...rows].sort((left, right) => {
    for (const key of keys) {
      const order = compare(key.read(left), key.read(right), key);
      if (order !== 0) return order;
    }
    return 0;
  });
}

/** Rows of a table in the orders asked for, by their raw values. */
export function sortRows(
  rows: TableCell[][],
  columns: readonly TableColumn[],
  orders: readonly SortOrder[],
): TableCell[][] {
  const keys = orders.flatMap(({ key, descending }): SortKey<TableCell[]>[] => {
    const index = columns.findIndex((column) => column.key === key);
    const column = columns[index];
    return column ? [{ read: (row) => row[index]?.raw ?? null, type: column.type, descending }] : [];
  });
  return keys.length === 0 ? rows : sortBy(rows, keys);
}

/**
 * The orders after a click on a head. Figures are first wanted largest first, words from A; a third click takes
 * the order away. `adding` keeps the other orders: the column comes after them.
 */
export function nextOrders(orders: readonly SortOrder[], column: TableColumn, adding: boolean): SortOrder[] {
  const startsDescending = column.type === "number";
  const before = orders.find((order) => order.key === column.key);
  const next: SortOrder | null = !before
    ? { key: column.key, descending: startsDescending }
    : before.descending === startsDescending
      ? { key: column.key, descending: !startsDescending }
      : null;
  if (!adding) return next ? [next] : [];
  if (!before) return next ? [...orders, next] : [...orders];
  return orders.flatMap((order) => (order === before ? (next ?? []) : order));
}
