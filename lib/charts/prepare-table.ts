import { columnLabel, findColumn, type FoundColumn, isAdditive } from "@/lib/charts/columns";
import { commonDecimals } from "@/lib/charts/common-decimals";
import { countOf, type PrepareOptions, printCount, truncatedNotices } from "@/lib/charts/notices";
import type { TableSpec } from "@/lib/charts/spec";
import { sumCells } from "@/lib/charts/sum";
import type { Cell, Notice, ResultSet, TableCell, TableColumn, TableModel } from "@/lib/charts/types";
import { formatCell } from "@/lib/format/cell";

type ShownColumn = FoundColumn & { label: string; decimals?: number };

/**
 * A table of the chosen columns (all of them when none is chosen). `totals` sums the additive measures over
 * all rows, also those beyond `maxRows`. Throws InvalidInputError for a column that is missing.
 */
export function prepareTable(result: ResultSet, spec: TableSpec, options: PrepareOptions): TableModel {
  const columns = shownColumns(result, spec).map((column) => ({
    ...column,
    decimals: commonDecimals(column, result.rows, column.index),
  }));
  const rows = result.rows
    .slice(0, spec.maxRows)
    .map((row) => columns.map((column) => toCell(row[column.index] ?? null, column, options)));
  return {
    kind: "table",
    title: spec.title,
    columns: columns.map(
      (column): TableColumn => ({
        key: column.name,
        name: column.label,
        type: column.type,
        ...(column.unit ? { unit: column.unit } : {}),
        align: column.type === "number" ? "right" : "left",
      }),
    ),
    rows,
    totals: spec.totals && rows.length > 0 ? columns.map((column) => totalOf(column, result, options)) : null,
    empty: result.rows.length === 0,
    notices: [...truncatedNotices(result, options.locale), ...rowNotices(result, spec, options.locale)],
    summary: summarize(result, spec, columns, options.locale),
    asOf: result.asOf,
  };
}

function shownColumns(result: ResultSet, spec: TableSpec): ShownColumn[] {
  if (spec.columns.length === 0)
    return result.columns.map((column, index) => ({ ...column, index, label: columnLabel(column.name) }));
  return spec.columns.map((chosen) => {
    const column = findColumn(result, chosen.name);
    return {
      ...column,
      label: chosen.label || columnLabel(column.name),
      unit: chosen.unit ?? column.unit,
      decimals: chosen.decimals,
    };
  });
}

function toCell(raw: Cell, column: ShownColumn, options: PrepareOptions): TableCell {
  return { raw, text: formatCell(raw, column, options) };
}

function totalOf(column: ShownColumn, result: ResultSet, options: PrepareOptions): TableCell | null {
  if (
    column.type !== "number" ||
    column.role !== "measure" ||
    !isAdditive(column.name, column.unit ?? "number")
  )
    return null;
  const sum = sumCells(result.rows.map((row) => row[column.index] ?? null));
  return sum === null ? null : toCell(sum, column, options);
}

function rowNotices(result: ResultSet, spec: TableSpec, locale: string): Notice[] {
  if (result.rows.length <= spec.maxRows) return [];
  const text = `Showing the first ${printCount(spec.maxRows, locale)} of ${countOf(result.rows.length, "row", locale)}.`;
  return [{ kind: "truncated", text }];
}

function summarize(result: ResultSet, spec: TableSpec, columns: ShownColumn[], locale: string): string {
  const subject = spec.title || "Table";
  if (result.rows.length === 0) return `${subject}: no data.`;
  return `${subject}: ${countOf(result.rows.length, "row", locale)}, ${countOf(columns.length, "column", locale)}.`;
}
