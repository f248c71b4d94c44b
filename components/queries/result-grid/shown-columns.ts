import { commonDecimals } from "@/lib/charts/common-decimals";
import type { Cell, ResultColumn } from "@/lib/charts/types";
import { formatCell } from "@/lib/format/cell";
import { formatMonth } from "@/lib/format/dates";

export type ShownColumn = ResultColumn & {
  decimals?: number;
  align: "left" | "right";
  /** Its days stand for their months. */
  hasMonths: boolean;
};
export type Place = { zone: string; locale: string };

const SAMPLE_ROWS = 200;
const CHARACTER_PX = 7.2;
const PADDING_PX = 24;
/** The arrow of a sorted head. */
const ARROW_PX = 18;
export const MIN_WIDTH = 56;
const MAX_WIDTH = 340;
const MAX_CHARACTERS = 300;

/** The columns with what is decided once for all their cells. */
export function showColumns(columns: readonly ResultColumn[], rows: readonly Cell[][]): ShownColumn[] {
  return columns.map((column, index) => ({
    ...column,
    decimals: commonDecimals(column, rows, index),
    align: column.type === "number" ? "right" : "left",
    hasMonths: column.type === "date" && areMonths(rows, index),
  }));
}

/** True for the first days of at least two different months and nothing else: "1 Oct 2026" would say more than is meant. */
function areMonths(rows: readonly Cell[][], index: number): boolean {
  const seen = new Set<Cell>();
  for (const row of rows) {
    const cell = row[index] ?? null;
    if (cell === null) continue;
    if (typeof cell !== "string" || !/^\d{4}-\d{2}-01$/.test(cell)) return false;
    if (seen.size < 2) seen.add(cell);
  }
  return seen.size === 2;
}

/** As prepared tables print it, but one line, and no longer than a row of the grid could ever show. */
export function cellText(cell: Cell, column: ShownColumn, place: Place): string {
  if (column.hasMonths && typeof cell === "string") return formatMonth(cell, place);
  const text = formatCell(cell, column, place);
  const shown = text.length > MAX_CHARACTERS ? `${text.slice(0, MAX_CHARACTERS)}…` : text;
  return shown.replace(/\s*[\n\r]+\s*/g, " ");
}

/** Pixels that show the head and rows from everywhere in the result, within reason. */
export function fittingWidth(
  column: ShownColumn,
  rows: readonly Cell[][],
  index: number,
  place: Place,
): number {
  let longest = 0;
  const step = Math.max(1, rows.length / SAMPLE_ROWS);
  for (let at = 0; at < rows.length; at += step) {
    const cell = rows[Math.floor(at)]?.[index] ?? null;
    longest = Math.max(longest, cellText(cell, column, place).length);
  }
  const width = Math.max(longest * CHARACTER_PX, column.name.length * CHARACTER_PX + ARROW_PX) + PADDING_PX;
  return Math.round(Math.max(MIN_WIDTH, Math.min(width, MAX_WIDTH)));
}
