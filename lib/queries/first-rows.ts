import type { Cell } from "@/lib/charts/types";

/** Quotes and the comma around a cell, as JSON writes it. */
const AROUND_CELL = 3;

/** The rows from the beginning that fit both bounds: a number of rows, and of characters as JSON writes them, about. */
export function firstRows(rows: Cell[][], most: { rows: number; characters: number }): Cell[][] {
  let characters = 0;
  for (const [index, row] of rows.entries()) {
    for (const cell of row) characters += AROUND_CELL + (typeof cell === "string" ? cell.length : 8);
    if (index >= most.rows || characters > most.characters) return rows.slice(0, index);
  }
  return rows;
}
