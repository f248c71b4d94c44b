import type { MetricModel, TableModel } from "@/lib/charts/types";
import type { PreparedDocument } from "@/lib/reports/document";
import { BYTE_ORDER_MARK, csvField, csvRecord, guardFormula } from "@/lib/render/csv/csv-text";
import { type Figure, figuresOf } from "@/lib/render/figures";
import { MOMENT_WORDS, unitWord } from "@/lib/format/units";
import type { RenderedFile } from "@/lib/render/rendered-file";
import { collectBytes, ZipWriter } from "@/lib/render/xlsx/zip-writer";

/**
 * A report with one figure is one CSV file (RFC 4180, UTF-8 with a byte order mark); with several, a zip of
 * them in the report's order. Values are raw: numbers with a point, shares as fractions, ISO dates.
 */
export async function renderCsv(document: PreparedDocument): Promise<RenderedFile> {
  const figures = figuresOf(document);
  const [only] = figures;
  if (figures.length <= 1) {
    const text = only ? figureToCsv(only) : BYTE_ORDER_MARK;
    return { bytes: Buffer.from(text, "utf8"), contentType: "text/csv; charset=utf-8", extension: "csv" };
  }
  const { sink, bytes } = collectBytes();
  const zip = new ZipWriter(sink);
  const width = String(figures.length).length;
  for (const [index, figure] of figures.entries()) {
    const number = String(index + 1).padStart(width, "0");
    await zip.addFile(`${number}-${fileStem(figure.title)}.csv`, figureToCsv(figure));
  }
  await zip.finish();
  return { bytes: bytes(), contentType: "application/zip", extension: "zip" };
}

function figureToCsv(figure: Figure): string {
  return BYTE_ORDER_MARK + (figure.kind === "metrics" ? metricsCsv(figure.items) : tableCsv(figure.table));
}

function tableCsv(table: TableModel): string {
  let text = csvRecord(table.columns.map((column) => guardFormula(column.name)));
  for (const row of table.rows) {
    text += csvRecord(table.columns.map((column, index) => csvField(row[index]?.raw ?? null, column.type)));
  }
  return text;
}

function metricsCsv(items: readonly MetricModel[]): string {
  let text = csvRecord(["Metric", "Value", "Unit", "Previous", "Compared", "Target"]);
  for (const item of items) {
    text += csvRecord([
      guardFormula(item.title),
      item.moment ? csvField(item.moment.cell, item.moment.type) : csvField(item.value, "number"),
      item.moment ? MOMENT_WORDS[item.moment.type] : unitWord(item.unit),
      csvField(item.comparison?.previous ?? null, "number"),
      guardFormula(item.comparison?.label ?? ""),
      csvField(item.target?.value ?? null, "number"),
    ]);
  }
  return text;
}

/** "Revenue by month (€)" → "revenue-by-month". */
function fileStem(title: string): string {
  const stem = title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}+/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  return stem.slice(0, 60) || "figure";
}
