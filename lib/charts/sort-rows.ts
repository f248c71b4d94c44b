import type { Cell, TableCell, TableColumn } from "@/lib/charts/types";

export type SortOrder = { key: string; descending: boolean };

/** Rows in the order asked for, by their raw values; missing ones stay last either way. Equal rows keep their order. */
export function sortRows(
  rows: TableCell[][],
  columns: TableColumn[],
  order: SortOrder | null,
): TableCell[][] {
  const index = columns.findIndex((column) => column.key === order?.key);
  const column = columns[index];
  if (!order || !column) return rows;
  const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });
  const compare = (a: Cell, b: Cell): number =>
    column.type === "number" || column.type === "boolean"
      ? Number(a) - Number(b)
      : collator.compare(String(a), String(b));
  const sign = order.descending ? -1 : 1;
  return [...rows].sort((left, right) => {
    const [a, b] = [left[index]?.raw ?? null, right[index]?.raw ?? null];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return sign * compare(a, b);
  });
}
