import type { Cell } from "@/lib/charts/types";
import type { CellColumn } from "@/lib/format/cell";
import type { Unit } from "@/lib/format/units";

const MAX_FREE_DECIMALS = { number: 2, score: 1, days: 1, hours: 1 } as Partial<Record<Unit, number>>;

/**
 * The number of decimals a column of figures shares, or its points would not stand under one another. Left
 * undefined where the unit, the person or the kind of column has decided already.
 */
export function commonDecimals(
  column: CellColumn,
  rows: readonly (readonly Cell[])[],
  index: number,
): number | undefined {
  const most = MAX_FREE_DECIMALS[column.unit ?? "number"];
  if (column.type !== "number" || column.decimals !== undefined || most === undefined) return column.decimals;
  if (column.role === "dimension" && column.unit === undefined) return undefined;
  const power = 10 ** most;
  let needed = 0;
  for (const row of rows) {
    const value = Number(row[index]);
    if (!Number.isFinite(value) || Number.isInteger(value)) continue;
    const digits = String(Math.round(Math.abs(value % 1) * power) / power).split(".")[1]?.length ?? 0;
    needed = Math.max(needed, digits);
    if (needed >= most) break;
  }
  return Math.min(needed, most);
}
