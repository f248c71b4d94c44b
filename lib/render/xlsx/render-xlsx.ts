import { legendSentences } from "@/lib/charts/cell-rules";
import type { MetricModel } from "@/lib/charts/types";
import type { PreparedDocument } from "@/lib/reports/document";
import { type Figure, figuresOf } from "@/lib/render/figures";
import { isDuration, MOMENT_WORDS, unitWord } from "@/lib/format/units";
import { momentFormat, numberFormatOf, workbookNumber } from "@/lib/render/xlsx/number-format";
import { serialDate } from "@/lib/render/xlsx/serial-date";
import type { CellStyle } from "@/lib/render/xlsx/styles";
import { textWidth, writeTable } from "@/lib/render/xlsx/write-table";
import { XlsxWriter } from "@/lib/render/xlsx/xlsx-writer";
import { collectBytes } from "@/lib/render/xlsx/zip-writer";

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
  const legend = figure.kind === "metrics" ? [] : legendSentences(figure.table.columns);
  return [...new Set([...legend, ...notices.map((notice) => notice.text)])];
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
    const figure = (value: number | null | undefined) => ({
      value: value === null || value === undefined ? null : workbookNumber(value, item.unit),
      style,
    });
    await writer.writeRow([
      item.title,
      item.moment ? momentCell(item.moment, document) : figure(item.value),
      wordOfUnit(item),
      figure(item.comparison?.previous),
      item.comparison?.changeText ?? null,
      item.comparison?.label ?? null,
      figure(item.target?.value),
    ]);
  }
}

const wordOfUnit = ({ moment, unit }: MetricModel): string =>
  moment ? MOMENT_WORDS[moment.type] : isDuration(unit) ? "duration" : unitWord(unit);

function momentCell(moment: NonNullable<MetricModel["moment"]>, { locale, zone }: PreparedDocument) {
  const style: CellStyle = { format: momentFormat(moment, locale), align: "right" };
  return { value: serialDate(moment.cell, moment.type, zone) ?? moment.cell, style };
}
