/** Decides how every cell of a table looks, so that no renderer has to. */
import type { CellFormat } from "@/lib/charts/cell-format-spec";
import { cellLink } from "@/lib/charts/cell-link";
import { ARROW_MARKS, arrowOf, type ReadCell, ruleWords, TONE_MARKS, toneOf } from "@/lib/charts/cell-rules";
import type { CourseRow } from "@/lib/charts/cell-series";
import { barOf, type Extent, extentOf, shadeOf } from "@/lib/charts/cell-scale";
import { findColumn, type FoundColumn, readNumber } from "@/lib/charts/columns";
import type { PrepareOptions } from "@/lib/charts/notices";
import type { Cell, CellLook, ResultSet, TableColumn } from "@/lib/charts/types";
import { formatCell } from "@/lib/format/cell";
import type { DateStyle } from "@/lib/format/dates";

export type ShownColumn = FoundColumn & {
  key: string;
  label: string;
  decimals?: number;
  dates?: DateStyle;
  format: CellFormat;
};

/** By row and column; undefined where a cell is nothing but its text. Throws InvalidInputError for a column that is missing. */
export function cellLooks(
  result: ResultSet,
  columns: readonly ShownColumn[],
  rows: readonly CourseRow[],
): (CellLook | undefined)[][] {
  const extents = columns.map((column) => columnExtent(column, rows));
  return rows.map((row) => {
    const read: ReadCell = (name) => row.cells[findColumn(result, name).index] ?? null;
    return columns.map((column, index) => lookOf(column, row, read, extents[index] ?? null));
  });
}

function columnExtent(column: ShownColumn, rows: readonly CourseRow[]): Extent | null {
  if (!column.format.bar && !column.format.scale) return null;
  return extentOf(rows.map((row) => numberIn(row.cells[column.index] ?? null, column)));
}

/** A format of figures on a column of words has nothing to show. */
const numberIn = (raw: Cell, column: ShownColumn) =>
  column.type === "number" ? readNumber(raw, column) : null;

function lookOf(
  column: ShownColumn,
  row: CourseRow,
  read: ReadCell,
  extent: Extent | null,
): CellLook | undefined {
  const { rules, scale, arrows, bar, spark, link } = column.format;
  const raw = row.cells[column.index] ?? null;
  const value = bar || scale ? numberIn(raw, column) : null;
  const look: CellLook = {
    ...optional("tone", rules && toneOf(rules, raw, column.type, read)),
    ...optional("arrow", arrows && arrowOf(arrows, raw, column.type, read)),
    ...optional("shade", scale && shadeOf(value, extent, scale)),
    ...optional("bar", bar ? barOf(value, extent) : undefined),
    ...optional("spark", spark && row.courses.get(column.index)),
    ...optional("href", link && cellLink(link, (name) => textIn(read(name)))),
  };
  return Object.keys(look).length > 0 ? look : undefined;
}

const textIn = (cell: Cell) => (cell === null ? null : String(cell));

function optional<Key extends keyof CellLook>(
  key: Key,
  value: CellLook[Key] | null | "",
): Pick<CellLook, Key> | object {
  return value === undefined || value === null || value === "" ? {} : { [key]: value };
}

/** The column as renderers know it, with the meaning of its marks. */
export function formattedColumn(column: ShownColumn, options: PrepareOptions): TableColumn {
  const legend = legendOf(column, options);
  return {
    key: column.key,
    name: column.label,
    // A measure is read, not chosen; a series that is written in a cell is one too.
    ...(column.role === "measure" ? {} : { column: column.name }),
    type: column.type,
    ...(column.unit ? { unit: column.unit } : {}),
    ...(column.dates ? { dates: column.dates } : {}),
    align: column.type === "number" ? "right" : "left",
    ...(column.format.scale ? { ramp: column.format.scale.ramp } : {}),
    ...(legend.length > 0 ? { legend } : {}),
  };
}

function legendOf(column: ShownColumn, options: PrepareOptions): NonNullable<TableColumn["legend"]> {
  const print = (value: Cell) => formatCell(value, column, options);
  const { rules = [], arrows } = column.format;
  return [
    ...rules.map((rule) => ({ mark: TONE_MARKS[rule.tone], tone: rule.tone, text: ruleWords(rule, print) })),
    ...(arrows
      ? (["above", "below"] as const).map((test) => {
          const direction = test === "above" ? "up" : "down";
          const tone =
            arrows.better === "none"
              ? "neutral"
              : (test === "above") === (arrows.better === "higher")
                ? "good"
                : "bad";
          return {
            mark: ARROW_MARKS[direction],
            tone,
            text: ruleWords({ test, than: arrows.than }, print),
          } as const;
        })
      : []),
  ];
}
