/** Courses inside cells: a series written in one cell, or rows along a column that become one row. */
import { measureRows } from "@/lib/charts/aggregate";
import { findColumn, type FoundColumn, isAdditive } from "@/lib/charts/columns";
import { readTime } from "@/lib/charts/local-time";
import { sumCells } from "@/lib/charts/sum";
import type { Cell, ResultSet } from "@/lib/charts/types";

/** A sparkline is some 70 px wide. */
const MAX_POINTS = 60;
const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

/** "[3, 5, null]", "{3,5,NULL}" or "3,5,,8" as numbers; null when the text is no series. */
export function parseSeries(cell: Cell): (number | null)[] | null {
  if (typeof cell === "number") return [cell];
  if (typeof cell !== "string") return null;
  const inner = cell
    .trim()
    .replace(/^[[{(]([\s\S]*)[\])}]$/, "$1")
    .trim();
  if (inner === "") return null;
  const values: (number | null)[] = [];
  for (const part of inner.split(/[,;]/)) {
    const text = part.trim();
    if (text === "" || /^null$/i.test(text)) values.push(null);
    else if (NUMBER.test(text)) values.push(Number(text));
    else return null;
  }
  return values.slice(-MAX_POINTS);
}

/** Columns are indices into the result's. */
export type CourseColumns = {
  /** Rows that share these become one. */
  keys: readonly number[];
  /** The measures whose course is drawn, and along which column. */
  courses: readonly { column: number; over: FoundColumn }[];
};

/** One row to be shown: every cell of the row as the result has it, and the courses of the columns that draw one. */
export type CourseRow = {
  cells: readonly Cell[];
  courses: ReadonlyMap<number, (number | null)[]>;
};

/** Rows that share their keys as one row each, in the order of the first: measures that add up are summed, others averaged. */
export function mergeCourses(result: ResultSet, { keys, courses }: CourseColumns): CourseRow[] {
  const groups = new Map<string, Cell[][]>();
  for (const row of result.rows) {
    const key = JSON.stringify(keys.map((index) => row[index] ?? null));
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()].map((rows) => ({
    cells: result.columns.map((_, index) => mergeCell(result, rows, index, keys)),
    courses: new Map(courses.map(({ column, over }) => [column, courseOf(result, rows, column, over)])),
  }));
}

function mergeCell(result: ResultSet, rows: Cell[][], index: number, keys: readonly number[]): Cell {
  const column = result.columns[index];
  const first = rows[0]?.[index] ?? null;
  if (!column || keys.includes(index) || column.type !== "number" || column.role !== "measure") return first;
  return merge(result, rows, index);
}

function merge(result: ResultSet, rows: Cell[][], index: number): number | string | null {
  const { name, unit = "number" } = result.columns[index] ?? { name: "" };
  if (isAdditive(name, unit)) return sumCells(rows.map((row) => row[index] ?? null));
  return measureRows(result, rows, { value: name, aggregate: "avg" });
}

function courseOf(result: ResultSet, rows: Cell[][], column: number, over: FoundColumn): (number | null)[] {
  const isTime = over.type === "date" || over.type === "timestamp";
  const places = new Map<Cell, Cell[][]>();
  for (const row of rows) {
    const place = isTime ? readTime(row[over.index], over) : (row[over.index] ?? null);
    if (place === null) continue;
    const known = places.get(place);
    if (known) known.push(row);
    else places.set(place, [row]);
  }
  const sortable = isTime || over.type === "number";
  const order = sortable ? [...places.keys()].sort((a, b) => Number(a) - Number(b)) : [...places.keys()];
  return order.slice(-MAX_POINTS).map((place) => {
    const value = merge(result, places.get(place) ?? [], column);
    return value === null ? null : Number(value);
  });
}

/** Throws InvalidInputError for a column that is missing. */
export function findCourses(
  result: ResultSet,
  shown: readonly { index: number; role: string; type: string; over?: string }[],
): CourseColumns | null {
  const courses = shown.flatMap(({ index, over }) =>
    over === undefined ? [] : [{ column: index, over: findColumn(result, over) }],
  );
  if (courses.length === 0) return null;
  const along = new Set(courses.map(({ over }) => over.index));
  const keys = shown
    .filter(({ index, role, type }) => !(role === "measure" && type === "number") && !along.has(index))
    .map(({ index }) => index);
  return { keys, courses };
}
