import type { Cell } from "@/lib/charts/types";

/** Columns from `left` to `right`, rows from `top` to `bottom`, all included. */
export type Area = { top: number; bottom: number; left: number; right: number };

/**
 * The cells of an area as spreadsheets paste them: tabs between columns, a line a row, raw values, nothing for
 * NULL. A text with a tab, line break or quote stands in quotes.
 */
export function toTsv(rows: readonly Cell[][], { top, bottom, left, right }: Area): string {
  return rows
    .slice(top, bottom + 1)
    .map((row) =>
      row
        .slice(left, right + 1)
        .map(writeCell)
        .join("\t"),
    )
    .join("\n");
}

function writeCell(cell: Cell): string {
  const text = cell === null ? "" : String(cell);
  return /["\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
