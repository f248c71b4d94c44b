import { columnLabel, findColumn, readNumber } from "@/lib/charts/columns";
import { countOf, type PrepareOptions, printCount, truncatedNotices } from "@/lib/charts/notices";
import { isTime, pivotDimension, type PivotPlace } from "@/lib/charts/pivot-axis";
import { columnKey, type PivotColumn, pivotColumns } from "@/lib/charts/pivot-columns";
import { type ReadyMeasure, readyMeasure } from "@/lib/charts/pivot-measures";
import { flattenGroups, groupRows, orderByName, orderByValue, type PivotRow } from "@/lib/charts/pivot-rows";
import type { PivotSpec } from "@/lib/charts/pivot-spec";
import type { Cell, Notice, ResultSet, TableCell, TableColumn, TableModel } from "@/lib/charts/types";

/** In the heading of a group's row, where the inner dimensions would stand. */
export const ALL = "All";

/**
 * Rows by columns as a table with an outline: each row dimension is a column of its own, groups stand before their
 * rows, totals at the right and at the foot. Every value is computed from the source rows behind it. Throws
 * InvalidInputError for a column that is missing or holds no numbers.
 */
export function preparePivot(result: ResultSet, spec: PivotSpec, options: PrepareOptions): TableModel {
  const dimension = (name: string) => pivotDimension(findColumn(result, name), result.rows, options);
  const [down, across] = [spec.rows.map(dimension), spec.columns.map(dimension)];
  const measures = spec.measures.map((measure) => readyMeasure(result, measure, options));
  const { columns, merged } = pivotColumns(
    result.rows,
    across,
    spec.maxColumns,
    weightOf(result, spec),
    options.locale,
  );
  const slots = toSlots(columns, measures, spec);
  const keyOf = (row: readonly Cell[]) => columnKey(row, across);

  const [main] = measures;
  const order =
    spec.sortBy === "value" && main
      ? orderByValue(({ rows }) => main.compute(rows))
      : orderByName(options.locale);
  const all = flattenGroups(groupRows(result.rows, down, order));
  const rows = all.slice(0, spec.maxRows);
  const isEmpty = result.rows.length === 0;
  return {
    kind: "table",
    title: spec.title,
    columns: [...headings(spec.rows), ...slots.map((slot, index) => slotColumn(slot, index, measures))],
    rows: rows.map((row) => [
      ...headingCells(row.path, spec.rows.length),
      ...slotCells(slots, row.rows, keyOf, row.isGroup),
    ]),
    totals:
      spec.totals && !isEmpty
        ? [...headingTotals(spec.rows.length), ...slotCells(slots, result.rows, keyOf, true)]
        : null,
    outline: rows.map(({ path, isGroup }) => ({ depth: path.length - 1, isGroup })),
    headings: spec.rows.length,
    ...(measures.length > 1 && across.length > 0 ? { bands: bandsOf(slots, measures.length) } : {}),
    empty: isEmpty,
    notices: [
      ...truncatedNotices(result, options.locale),
      ...mergedNotice(merged, columns, isTime(across[0]?.column ?? { type: "" }), options.locale),
      ...cutNotice(all, spec, options.locale),
      ...(spec.totals || spec.rows.length > 1 ? measures.flatMap(({ notice }) => notice ?? []) : []),
    ],
    summary: summarize(spec, all.length, columns.length, options.locale),
    asOf: result.asOf,
  };
}

/** One column of values: of one pivot column, or of all of them together. */
type Slot = { column: PivotColumn | null; measure: ReadyMeasure };

function toSlots(
  columns: readonly PivotColumn[],
  measures: readonly ReadyMeasure[],
  spec: PivotSpec,
): Slot[] {
  const places: (PivotColumn | null)[] = spec.columns.length === 0 ? [null] : [...columns];
  if (spec.columns.length > 0 && spec.totals) places.push(null);
  return places.flatMap((column) => measures.map((measure) => ({ column, measure })));
}

function slotCells(
  slots: readonly Slot[],
  rows: readonly (readonly Cell[])[],
  keyOf: (row: readonly Cell[]) => string,
  isTotal: boolean,
): TableCell[] {
  const byKey = new Map<string, (readonly Cell[])[]>();
  for (const row of rows) {
    const known = byKey.get(keyOf(row));
    if (known) known.push(row);
    else byKey.set(keyOf(row), [row]);
  }
  const isAlone = slots.every(({ column }) => column === null);
  return slots.map(({ column, measure }) => {
    const spansPlaces = isTotal || (column === null && !isAlone) || (column?.keys.size ?? 0) > 1;
    if (spansPlaces && !measure.hasTotals) return measure.print(null);
    const behind = column === null ? rows : [...column.keys].flatMap((key) => byKey.get(key) ?? []);
    return measure.print(behind.length === 0 ? null : measure.compute(behind));
  });
}

function headings(names: readonly string[]): TableColumn[] {
  return names.map((name) => ({
    key: `row:${name}`,
    name: columnLabel(name),
    column: name,
    type: "text",
    align: "left",
  }));
}

function headingCells(path: readonly PivotPlace[], depth: number): TableCell[] {
  return Array.from({ length: depth }, (_, level) => {
    const place = path[level];
    const text = place?.label ?? ALL;
    return { raw: text, text, ...(place && place.raw !== text ? { value: place.raw } : {}) };
  });
}

function headingTotals(depth: number): TableCell[] {
  return Array.from({ length: depth }, (_, level) => {
    const text = level === 0 ? "Total" : "";
    return { raw: text, text };
  });
}

function slotColumn(
  { column, measure }: Slot,
  index: number,
  measures: readonly ReadyMeasure[],
): TableColumn {
  const place = column?.label ?? "Total";
  const alone = measures.length === 1;
  const isPlain = column === null && index < measures.length;
  const name = isPlain ? measure.label : alone ? place : `${place} · ${measure.label}`;
  return {
    key: `value:${index}`,
    name,
    ...standing(column),
    ...(alone || isPlain ? {} : { shortName: measure.label }),
    type: "number",
    unit: measure.unit,
    align: "right",
  };
}

/** The column of all of them stands for no place of its own. */
function standing(column: PivotColumn | null): Pick<TableColumn, "stands"> {
  if (column === null) return { stands: [] };
  return column.stands ? { stands: column.stands } : {};
}

function bandsOf(slots: readonly Slot[], span: number): { name: string; span: number }[] {
  return slots
    .filter((_, index) => index % span === 0)
    .map(({ column }) => ({ name: column?.label ?? "Total", span }));
}

/** What columns are ranked by when there are too many: the first measure's own values. */
function weightOf(result: ResultSet, spec: PivotSpec): (row: readonly Cell[]) => number | null {
  const [measure] = spec.measures;
  const column = measure && findColumn(result, measure.value);
  if (
    !column ||
    column.type !== "number" ||
    measure.aggregate === "count" ||
    measure.aggregate === "distinct"
  )
    return () => 1;
  return (row) => readNumber(row[column.index], column);
}

function mergedNotice(
  merged: number,
  columns: readonly PivotColumn[],
  alongTime: boolean,
  locale: string,
): Notice[] {
  if (merged === 0) return [];
  const kept = printCount(columns.length - 1, locale);
  const which = alongTime ? `The latest ${kept} columns are shown` : `The largest ${kept} columns are shown`;
  const rest = `the other ${printCount(merged, locale)} are together in “${alongTime ? "Earlier" : "Other"}”`;
  return [{ kind: "merged", text: `${which}; ${rest}.` }];
}

function cutNotice(rows: readonly PivotRow[], spec: PivotSpec, locale: string): Notice[] {
  if (rows.length <= spec.maxRows) return [];
  const text = `Showing the first ${printCount(spec.maxRows, locale)} of ${countOf(rows.length, "row", locale)}; totals are of all.`;
  return [{ kind: "truncated", text }];
}

function summarize(spec: PivotSpec, rows: number, columns: number, locale: string): string {
  const subject = spec.title || "Pivot";
  if (rows === 0) return `${subject}: no data.`;
  const wide = spec.columns.length > 0 ? ` by ${countOf(columns, "column", locale)}` : "";
  return `${subject}: ${countOf(rows, "row", locale)}${wide}.`;
}
