import type { MetricModel, TableCell, TableColumn, TableModel } from "@/lib/charts/types";
import type { PreparedDocument } from "@/lib/reports/document";
import { type Figure, figuresOf, NO_DATA_TEXT } from "@/lib/render/figures";
import { DATE_FORMAT, numberFormatOf, TIMESTAMP_FORMAT } from "@/lib/render/xlsx/number-format";
import { serialDate } from "@/lib/render/xlsx/serial-date";
import type { CellStyle } from "@/lib/render/xlsx/styles";
import { type XlsxCell, type XlsxColumn, XlsxWriter } from "@/lib/render/xlsx/xlsx-writer";
import { collectBytes } from "@/lib/render/xlsx/zip-writer";

const WIDTH = { min: 9, max: 60, sampleRows: 200 };
const MUTED: CellStyle = { muted: true };

/**
 * One workbook: an "About" sheet, then a sheet per figure with typed cells. Numbers are the raw values under
 * a number format that shows them as the report prints them; dates are real dates.
 */
export async function renderXlsx(document: PreparedDocument): Promise<Buffer> {
  const { sink, bytes } = collectBytes();
  const writer = new XlsxWriter(sink, {
    title: document.title,
    creator: document.workspaceName,
    createdAt: document.generatedAt,
  });
  await writeAbout(writer, document);
  for (const figure of figuresOf(document)) {
    if (figure.kind === "metrics") await writeMetrics(writer, figure.title, figure.items, document);
    else await writeTable(writer, figure.title, figure.table, document);
  }
  await writer.close();
  return bytes();
}

async function writeAbout(writer: XlsxWriter, document: PreparedDocument): Promise<void> {
  await writer.openSheet({
    name: "About",
    columns: [
      { header: "Report", width: 24, style: { bold: true, align: "left" } },
      { header: document.title, width: 70, style: { wrap: true, align: "left" } },
    ],
  });
  const facts: [string, string][] = [
    ["Workspace", document.workspaceName],
    ["Period", document.subtitle],
    ["Data", document.asOfText],
    ["Version", document.versionLabel],
    ["Time zone", document.zone],
    ...document.parameters.map(({ label, value }): [string, string] => [label, value]),
  ];
  for (const [label, value] of facts) if (value) await writer.writeRow([label, value]);
  for (const figure of figuresOf(document)) {
    for (const remark of remarksOf(figure)) await writer.writeRow([figure.title, remark]);
  }
  for (const block of document.blocks) {
    if (block.kind === "error")
      await writer.writeRow([block.title, `Could not be prepared: ${block.message}`]);
  }
}

function remarksOf(figure: Figure): string[] {
  const notices = figure.kind === "metrics" ? figure.items.flatMap((item) => item.notices) : figure.notices;
  return [...new Set(notices.map((notice) => notice.text))];
}

async function writeMetrics(
  writer: XlsxWriter,
  name: string,
  items: MetricModel[],
  document: PreparedDocument,
): Promise<void> {
  const right: CellStyle = { align: "right" };
  await writer.openSheet({
    name,
    columns: [
      { header: "Metric", width: textWidth(items.map((item) => item.title)) },
      { header: "Value", width: 16, style: right },
      { header: "Unit", width: 14 },
      { header: "Previous", width: 16, style: right },
      { header: "Change", width: 14, style: right },
      { header: "Compared", width: textWidth(items.map((item) => item.comparison?.label ?? "")) },
      { header: "Target", width: 16, style: right },
    ],
  });
  for (const item of items) {
    const style: CellStyle = {
      format: numberFormatOf(item.unit, [item.text], document.locale),
      align: "right",
    };
    await writer.writeRow([
      item.title,
      { value: item.value, style },
      item.unit.replace("currency:", ""),
      { value: item.comparison?.previous ?? null, style },
      item.comparison?.changeText ?? null,
      item.comparison?.label ?? null,
      { value: item.target?.value ?? null, style },
    ]);
  }
}

async function writeTable(
  writer: XlsxWriter,
  name: string,
  table: TableModel,
  document: PreparedDocument,
): Promise<void> {
  const columns = table.columns.map((column, index) => sheetColumn(table, column, index, document.locale));
  await writer.openSheet({ name, columns });
  for (const row of table.rows) {
    await writer.writeRow(table.columns.map((column, index) => typedCell(row[index], column, document.zone)));
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
  if (column.type === "date") return DATE_FORMAT;
  if (column.type === "timestamp") return TIMESTAMP_FORMAT;
  if (column.type === "number") return numberFormatOf(column.unit ?? "number", texts, locale);
  return null;
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
  return raw;
}

/** Room for the longest text, plus the padding Excel draws. */
function textWidth(texts: readonly string[]): number {
  const longest = Math.max(0, ...texts.map((text) => text.length));
  return Math.min(WIDTH.max, Math.max(WIDTH.min, Math.ceil(longest * 1.1) + 2));
}
