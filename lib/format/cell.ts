import type { Cell, ResultColumn } from "@/lib/charts/types";
import { type DateStyle, formatDate, formatDateStyle, formatDateTime } from "@/lib/format/dates";
import { formatValue, NO_VALUE } from "@/lib/format/value";

export type CellColumn = Pick<ResultColumn, "type" | "unit"> & {
  role?: ResultColumn["role"];
  decimals?: number;
  /** How its days are printed; a timestamp then without its time. */
  dates?: DateStyle;
};

/**
 * One cell of a result as people read it. Missing values print an en dash. A number that is a dimension
 * (a year, an id) and has no unit is printed as it stands: the year 2026 is not "2,026".
 */
export function formatCell(cell: Cell, column: CellColumn, format: { locale: string; zone: string }): string {
  if (cell === null) return NO_VALUE;
  if (typeof cell === "boolean") return cell ? "Yes" : "No";
  switch (column.type) {
    case "number":
      return formatNumberCell(cell, column, format.locale);
    case "date":
    case "timestamp":
      return formatTimeCell(cell, column, format);
    case "boolean":
    case "text":
      return String(cell);
  }
}

function formatNumberCell(cell: string | number, column: CellColumn, locale: string): string {
  if (cell === "" || !Number.isFinite(Number(cell))) return String(cell);
  if (column.role === "dimension" && column.unit === undefined && column.decimals === undefined)
    return String(cell);
  return formatValue(cell, column.unit ?? "number", { locale, decimals: column.decimals });
}

function formatTimeCell(
  cell: string | number,
  { type, dates }: CellColumn,
  format: { locale: string; zone: string },
): string {
  if (Number.isNaN(new Date(cell).getTime())) return String(cell);
  const read = type === "date" ? { ...format, zone: "UTC" } : format;
  if (dates) return formatDateStyle(cell, dates, read);
  return type === "date" ? formatDate(cell, read) : formatDateTime(cell, format);
}
