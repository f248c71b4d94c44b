/** Where the keyboard is in a grid, and what is selected. Row -1 is the heads. Pure. */
import type { Area } from "./to-tsv";

export type GridPlace = { row: number; column: number };
export type GridSelection = { active: GridPlace; anchor: GridPlace };
/** `page` is how many rows are in sight. */
export type GridSize = { rows: number; columns: number; page: number };
export type GridKey = { key: string; shift: boolean; ctrl: boolean };

export const AT_START: GridSelection = { active: { row: 0, column: 0 }, anchor: { row: 0, column: 0 } };

/** Where a key leads; null for keys that are none of the grid's. Shift stretches the selection. */
export function moveSelection(
  selection: GridSelection,
  { key, shift, ctrl }: GridKey,
  size: GridSize,
): GridSelection | null {
  if (ctrl && key.toLowerCase() === "a")
    return {
      anchor: { row: 0, column: 0 },
      active: { row: size.rows - 1, column: size.columns - 1 },
    };
  const next = moved(selection.active, key, ctrl, size);
  if (!next) return null;
  // The heads belong to no selection of cells.
  const active = clamp(next, size, shift ? 0 : -1);
  return { active, anchor: shift && selection.anchor.row >= 0 ? selection.anchor : active };
}

function moved({ row, column }: GridPlace, key: string, ctrl: boolean, size: GridSize): GridPlace | null {
  switch (key) {
    case "ArrowUp":
      return { row: ctrl ? 0 : row - 1, column };
    case "ArrowDown":
      return { row: ctrl ? size.rows - 1 : row + 1, column };
    case "ArrowLeft":
      return { row, column: ctrl ? 0 : column - 1 };
    case "ArrowRight":
      return { row, column: ctrl ? size.columns - 1 : column + 1 };
    case "PageUp":
      return { row: Math.max(0, row - size.page), column };
    case "PageDown":
      return { row: row + size.page, column };
    case "Home":
      return { row: ctrl ? 0 : row, column: 0 };
    case "End":
      return { row: ctrl ? size.rows - 1 : row, column: size.columns - 1 };
    default:
      return null;
  }
}

function clamp({ row, column }: GridPlace, size: GridSize, firstRow: number): GridPlace {
  return {
    row: Math.max(firstRow, Math.min(row, size.rows - 1)),
    column: Math.max(0, Math.min(column, size.columns - 1)),
  };
}

export function areaOf({ active, anchor }: GridSelection): Area {
  return {
    top: Math.max(0, Math.min(active.row, anchor.row)),
    bottom: Math.max(0, active.row, anchor.row),
    left: Math.min(active.column, anchor.column),
    right: Math.max(active.column, anchor.column),
  };
}
