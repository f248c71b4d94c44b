import type { CellFormat } from "@/lib/charts/cell-format-spec";
import { cellLooks, formattedColumn, type ShownColumn } from "@/lib/charts/cell-looks";
import { type CourseRow, findCourses, mergeCourses, parseSeries } from "@/lib/charts/cell-series";
import { columnLabel, findColumn, isAdditive } from "@/lib/charts/columns";
import { commonDecimals } from "@/lib/charts/common-decimals";
import { countOf, type PrepareOptions, printCount, truncatedNotices } from "@/lib/charts/notices";
import { isTime } from "@/lib/charts/pivot-axis";
import { sortBy } from "@/lib/charts/sort-rows";
import type { TableSpec } from "@/lib/charts/spec";
import { sumCells } from "@/lib/charts/sum";
import type { Cell, Notice, ResultSet, TableCell, TableModel } from "@/lib/charts/types";
import { formatCell } from "@/lib/format/cell";

/**
 * A table of the chosen columns (all of them when none is chosen), in the order asked for. `totals` sums the
 * additive measures over all rows, also those beyond `maxRows`. Throws InvalidInputError for a column that is
 * missing.
 */
export function prepareTable(result: ResultSet, spec: TableSpec, options: PrepareOptions): TableModel {
  const chosen = shownColumns(result, spec);
  const all = sortSource(sourceRows(result, chosen), result, spec, options.locale);
  const columns = chosen.map((column) => ({
    ...column,
    decimals: commonDecimals(
      column,
      all.map((row) => row.cells),
      column.index,
    ),
  }));
  const source = all.slice(0, spec.maxRows);
  const looks = cellLooks(result, columns, source);
  const rows = source.map((row, place) =>
    columns.map((column, index) => {
      const look = looks[place]?.[index];
      const cell = toCell(row.cells[column.index] ?? null, column, options);
      return look ? { ...cell, look } : cell;
    }),
  );
  return {
    kind: "table",
    title: spec.title,
    columns: columns.map((column) => formattedColumn(column, options)),
    rows,
    totals: spec.totals && rows.length > 0 ? totalsOf(columns, result, options) : null,
    empty: result.rows.length === 0,
    notices: [
      ...truncatedNotices(result, options.locale),
      ...mergeNotices(result, columns, all.length),
      ...rowNotices(all.length, spec, options.locale),
    ],
    summary: summarize(all.length, spec, columns, options.locale),
    asOf: result.asOf,
  };
}

function shownColumns(result: ResultSet, spec: TableSpec): ShownColumn[] {
  if (spec.columns.length === 0)
    return result.columns.map((column, index) => ({
      ...column,
      key: column.name,
      index,
      label: columnLabel(column.name),
      format: {},
    }));
  return spec.columns.map((chosen, place) => {
    const { name, label, unit, decimals, dates, ...format } = chosen;
    const column = findColumn(result, name);
    const isTwice = spec.columns.findIndex((other) => other.name === name) !== place;
    return {
      ...column,
      ...(holdsSeries(column.type, format) ? { type: "number" as const, role: "measure" as const } : {}),
      key: isTwice ? `${name}#${place + 1}` : name,
      label: label || columnLabel(name),
      unit: unit ?? column.unit,
      decimals,
      dates: isTime(column) ? dates : undefined,
      format,
    };
  });
}

const holdsSeries = (type: string, { spark }: CellFormat) =>
  type === "text" && spark !== undefined && spark.over === undefined;

/** Rows as they came, or, where a course is drawn over a column, one for each of the rest. A written series reads as its last value. */
function sourceRows(result: ResultSet, columns: readonly ShownColumn[]): CourseRow[] {
  const written = columns.filter(({ format }) => format.spark && format.spark.over === undefined);
  const over = findCourses(
    result,
    columns.map((column) => ({ ...column, over: column.format.spark?.over })),
  );
  const merged = over
    ? mergeCourses(result, over)
    : result.rows.map((cells) => ({ cells, courses: new Map<number, (number | null)[]>() }));
  if (written.length === 0) return merged;
  return merged.map(({ cells, courses }) => {
    const read = [...cells];
    const found = new Map(courses);
    for (const { index } of written) {
      const series = parseSeries(cells[index] ?? null);
      read[index] = series?.at(-1) ?? null;
      if (series) found.set(index, series);
    }
    return { cells: read, courses: found };
  });
}

function sortSource(rows: CourseRow[], result: ResultSet, spec: TableSpec, locale: string): CourseRow[] {
  if (!spec.sort?.length) return rows;
  const keys = spec.sort.map(({ column, descending }) => {
    const { index, type } = findColumn(result, column);
    return { read: (row: CourseRow) => row.cells[index] ?? null, type, descending };
  });
  return sortBy(rows, keys, locale);
}

function toCell(raw: Cell, column: ShownColumn, options: PrepareOptions): TableCell {
  return { raw, text: formatCell(raw, column, options) };
}

/** The first column says what the row is, where it has room for words. */
function totalsOf(
  columns: readonly ShownColumn[],
  result: ResultSet,
  options: PrepareOptions,
): (TableCell | null)[] {
  return columns.map((column, place) =>
    place === 0 && column.type === "text"
      ? { raw: "Total", text: "Total" }
      : totalOf(column, result, options),
  );
}

function totalOf(column: ShownColumn, result: ResultSet, options: PrepareOptions): TableCell | null {
  const isSeries = result.columns[column.index]?.type !== column.type;
  if (column.type !== "number" || column.role !== "measure" || isSeries) return null;
  if (!isAdditive(column.name, column.unit ?? "number")) return null;
  const sum = sumCells(result.rows.map((row) => row[column.index] ?? null));
  return sum === null ? null : toCell(sum, column, options);
}

function mergeNotices(result: ResultSet, columns: readonly ShownColumn[], rows: number): Notice[] {
  if (rows === result.rows.length) return [];
  const averaged = columns.filter(
    ({ type, role, name, unit }) =>
      type === "number" && role === "measure" && !isAdditive(name, unit ?? "number"),
  );
  return averaged.map(({ label }) => ({
    kind: "merged",
    text: `${label} is the average of the rows that became one, each weighing the same.`,
  }));
}

function rowNotices(rows: number, spec: TableSpec, locale: string): Notice[] {
  if (rows <= spec.maxRows) return [];
  const text = `Showing the first ${printCount(spec.maxRows, locale)} of ${countOf(rows, "row", locale)}.`;
  return [{ kind: "truncated", text }];
}

function summarize(rows: number, spec: TableSpec, columns: readonly ShownColumn[], locale: string): string {
  const subject = spec.title || "Table";
  if (rows === 0) return `${subject}: no data.`;
  return `${subject}: ${countOf(rows, "row", locale)}, ${countOf(columns.length, "column", locale)}.`;
}
