/** The rows of an answer that its reader's filters leave. Pure. */
import { columnLabel } from "@/lib/charts/columns";
import { readLocal, readTime } from "@/lib/charts/local-time";
import type { Cell, ResultColumn, ResultSet } from "@/lib/charts/types";
import type { ColumnFilter } from "@/lib/queries/filters/figure-filter";

export type Narrowed = {
  result: ResultSet;
  /** Those whose column the answer does not have. */
  missed: ColumnFilter[];
};

/** `zone` is where a timestamp's day begins. */
export function narrowRows(result: ResultSet, filters: readonly ColumnFilter[], zone: string): Narrowed {
  const missed: ColumnFilter[] = [];
  const tests: ((row: Cell[]) => boolean)[] = [];
  for (const filter of filters) {
    const index = findColumnIndex(result.columns, filter.column);
    const column = result.columns[index];
    if (!column) missed.push(filter);
    else tests.push((row) => isKept(row[index] ?? null, column, filter, zone));
  }
  if (tests.length === 0) return { result, missed };
  return {
    result: { ...result, rows: result.rows.filter((row) => tests.every((test) => test(row))) },
    missed,
  };
}

/** By its name, else by how the name reads: `clinic_name` and "Clinic name" are the same to people. -1 for none. */
export function findColumnIndex(columns: readonly Pick<ResultColumn, "name">[], name: string): number {
  const exact = columns.findIndex((column) => column.name === name);
  if (exact >= 0) return exact;
  return columns.findIndex((column) => readsLike(column.name, name));
}

export const readsLike = (a: string, b: string): boolean =>
  columnLabel(a).toLowerCase() === columnLabel(b).toLowerCase();

function isKept(cell: Cell, column: ResultColumn, { keep }: ColumnFilter, zone: string): boolean {
  if (keep.kind === "days") {
    const day = dayOf(cell, column, zone);
    return day !== null && day >= keep.days.from && day < keep.days.to;
  }
  return keep.values.some((value) => isSame(cell, value, column, zone));
}

function isSame(cell: Cell, value: Cell, column: ResultColumn, zone: string): boolean {
  if (cell === null || cell === "") return value === null || value === "";
  if (value === null) return false;
  switch (column.type) {
    case "number":
      return String(cell) === String(value) || isSameNumber(Number(cell), Number(value));
    case "date":
      return dayOf(cell, column, zone) === String(value);
    case "timestamp":
      return DAY.test(String(value))
        ? dayOf(cell, column, zone) === value
        : readTime(cell, column) === Date.parse(String(value));
    default:
      return String(cell) === String(value);
  }
}

/** Longer whole numbers are kept as texts, because two of them may be one double. */
const isSameNumber = (a: number, b: number): boolean => a === b && Math.abs(a) <= Number.MAX_SAFE_INTEGER;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function dayOf(cell: Cell, column: ResultColumn, zone: string): string | null {
  if (column.type !== "date" && column.type !== "timestamp") return null;
  const epoch = readTime(cell, column);
  if (epoch === null) return null;
  const { year, month, day } = readLocal(epoch, column.type === "date" ? "UTC" : zone);
  const pad = (part: number, length: number) => String(part).padStart(length, "0");
  return `${pad(year, 4)}-${pad(month + 1, 2)}-${pad(day, 2)}`;
}
