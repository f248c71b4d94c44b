import { rampColor, TONE_COLORS } from "@/lib/charts/cell-colors";
import { ARROW_MARKS, TONE_MARKS } from "@/lib/charts/cell-rules";
import { outsideLink } from "@/lib/charts/cell-link";
import type { CellLook, TableCell, TableColumn, TableModel } from "@/lib/charts/types";
import { NO_DATA_TEXT } from "@/lib/render/figures";
import {
  momentFormat,
  markedFormat,
  numberFormatOf,
  TEXT_FORMAT,
  workbookNumber,
} from "@/lib/render/xlsx/number-format";
import { serialDate } from "@/lib/render/xlsx/serial-date";
import type { CellStyle } from "@/lib/render/xlsx/styles";
import type { XlsxCell, XlsxColumn, XlsxWriter } from "@/lib/render/xlsx/xlsx-writer";
import type { PreparedDocument } from "@/lib/reports/document";

const WIDTH = { min: 9, max: 60, sampleRows: 200 };
const MUTED: CellStyle = { muted: true };

/** One table as a sheet: values stay typed, their marks and shades are styles of the cells. */
export async function writeTable(
  writer: XlsxWriter,
  name: string,
  table: TableModel,
  document: PreparedDocument,
): Promise<void> {
  const columns = table.columns.map((column, index) => sheetColumn(table, column, index, document.locale));
  await writer.openSheet({ name, columns });
  for (const [place, row] of table.rows.entries()) {
    const isGroup = table.outline?.[place]?.isGroup ?? false;
    await writer.writeRow(
      table.columns.map((column, index): XlsxCell => {
        const cell = row[index];
        const value = typedCell(cell, column, document.zone);
        const style: CellStyle = { ...columns[index]?.style, ...(isGroup ? { bold: true } : {}) };
        if (cell?.look) {
          const link = outsideLink(cell.look.href);
          const looks = lookStyle(cell.look, column, style);
          return link ? { value, style: { ...looks, link: true }, link } : { value, style: looks };
        }
        return isGroup ? { value, style } : value;
      }),
    );
  }
  if (table.totals) {
    await writer.writeRow(
      table.totals.map((cell, index): XlsxCell => {
        const column = table.columns[index];
        if (!cell || !column) return null;
        const value = typedCell(cell, column, document.zone);
        return { value, style: { ...columns[index]?.style, bold: true } };
      }),
    );
  }
  if (table.empty || table.rows.length === 0) await writer.writeRow([{ value: NO_DATA_TEXT, style: MUTED }]);
}

function sheetColumn(table: TableModel, column: TableColumn, index: number, locale: string): XlsxColumn {
  const texts = table.rows.slice(0, WIDTH.sampleRows).map((row) => row[index]?.text ?? "");
  const format = columnFormat(column, texts, locale);
  const style: CellStyle = {
    ...(format ? { format } : {}),
    ...(column.align === "right" ? { align: "right" as const } : {}),
  };
  return {
    header: column.name,
    width: textWidth([column.name, ...texts, table.totals?.[index]?.text ?? ""]),
    style,
  };
}

function columnFormat(column: TableColumn, texts: string[], locale: string): string | null {
  const { type, dates, unit = "number" } = column;
  if (type === "date" || type === "timestamp") return momentFormat({ type, dates }, locale);
  return type === "number" ? numberFormatOf(unit, texts, locale) : null;
}

function typedCell(
  cell: TableCell | undefined,
  column: TableColumn,
  zone: string,
): string | number | boolean | null {
  const raw = cell?.raw ?? null;
  if (typeof raw === "string" && (column.type === "date" || column.type === "timestamp")) {
    return serialDate(raw, column.type, zone) ?? raw;
  }
  return typeof raw === "number" && column.unit ? workbookNumber(raw, column.unit) : raw;
}

/**
 * A mark is part of the number format, so the number under it still adds up. Bars and courses are left to the
 * figures themselves.
 */
function lookStyle(look: CellLook, column: TableColumn, style: CellStyle = {}): CellStyle {
  const { arrow, tone } = look;
  const marks = [arrow && ARROW_MARKS[arrow.direction], tone && TONE_MARKS[tone]].filter(Boolean).join(" ");
  const fill = tone ? TONE_COLORS[tone].soft : rampColor(column.ramp, look.shade);
  const inkTone = tone ?? (arrow?.tone === "neutral" ? undefined : arrow?.tone);
  const plain = style.format ?? (column.type === "text" ? TEXT_FORMAT : "General");
  return {
    ...style,
    ...(marks ? { format: markedFormat(marks, plain) } : {}),
    ...(fill ? { fill } : {}),
    ...(inkTone ? { ink: TONE_COLORS[inkTone].ink } : {}),
  };
}

/** Room for the longest text, plus the padding Excel draws. */
export function textWidth(texts: readonly string[]): number {
  const longest = Math.max(0, ...texts.map((text) => text.length));
  return Math.min(WIDTH.max, Math.max(WIDTH.min, Math.ceil(longest * 1.1) + 2));
}
