import { assertNever } from "@/lib/errors";
import { changeWords, targetWords } from "@/lib/charts/metric-words";
import type { MetricModel, TableCell, TableModel } from "@/lib/charts/types";
import { legendSentences, markedText } from "@/lib/charts/cell-rules";
import { sparkText } from "@/lib/charts/sparkline";
import { NO_DATA_TEXT } from "@/lib/render/figures";
import * as words from "@/lib/render/email/email-words";
import type { ReportEmailInput } from "@/lib/render/email/types";
import { type MarkdownBlock, type MarkdownRun, parseMarkdown } from "@/lib/render/markdown";
import type { PreparedBlock } from "@/lib/reports/document";

/** The plain-text part: the whole report for readers without HTML, not a notice that there is one. */
export function reportEmailText(input: ReportEmailInput): string {
  const { document, message, links, attachedNames } = input;
  const inlineTables = words.inlineTableIds(document.blocks);
  const parts = [
    `${document.workspaceName}\n${words.sentAtText(document)}`,
    `${document.title}\n${document.subtitle}`,
    ...words.messageParagraphs(message),
    ...document.blocks.map((block) => blockText(block, inlineTables, document.locale)),
    `Open the report: ${links.report}`,
    words.attachedText(attachedNames) ?? "",
    links.files.map((file) => `${words.fileText(file, document.locale)}: ${file.url}`).join("\n"),
    `--\n${words.footerText(input)}`,
    [
      links.unsubscribe ? `Unsubscribe: ${links.unsubscribe}` : "",
      links.record ? `This run’s record: ${links.record}` : "",
    ]
      .filter(Boolean)
      .join("\n"),
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

function blockText(block: PreparedBlock, inlineTables: Set<string>, locale: string): string {
  switch (block.kind) {
    case "heading":
      return `${block.text}\n${"=".repeat(Math.min(60, block.text.length))}`;
    case "text":
      return parseMarkdown(block.markdown)
        .map((part) => markdownText(part, ""))
        .join("\n\n");
    case "metrics":
      return block.items.map(metricText).join("\n");
    case "chart":
      return figureText(
        block.model.title,
        block.model.empty ? NO_DATA_TEXT : block.model.summary,
        block.model.notices,
      );
    case "table": {
      const { model } = block;
      const body = inlineTables.has(block.id) ? tableText(model) : words.longTableText(model, locale);
      const legend = legendSentences(model.columns).map((text) => ({ text }));
      return figureText(model.title, body, [...legend, ...model.notices]);
    }
    case "picture":
      return figureText(block.title, block.alt, []);
    case "page_break":
      return "";
    case "error":
      return `${block.title} could not be prepared. ${block.message}`;
    default:
      return assertNever(block);
  }
}

function figureText(title: string, body: string, notices: readonly { text: string }[]): string {
  return [title, body, ...notices.map((notice) => notice.text)].filter(Boolean).join("\n");
}

function metricText(item: MetricModel): string {
  const change = changeWords(item);
  const remarks = [
    change ? `${change} ${item.comparison?.label ?? ""}`.trim() : "",
    targetWords(item) ?? "",
    item.value === null ? NO_DATA_TEXT : "",
    ...item.notices.map((notice) => notice.text),
  ].filter(Boolean);
  return `${item.title}: ${item.text}${remarks.length ? ` (${remarks.join("; ")})` : ""}`;
}

/** Columns padded with spaces, figures to the right. */
function tableText(table: TableModel): string {
  if (table.empty || table.rows.length === 0) return NO_DATA_TEXT;
  const textsOf = (cells: readonly (TableCell | null)[]) =>
    table.columns.map((_, index) => {
      const cell = cells[index];
      if (!cell) return "";
      return [cell.look?.spark && sparkText(cell.look.spark), markedText(cell)].filter(Boolean).join(" ");
    });
  const rows = [table.columns.map((column) => column.name), ...table.rows.map(textsOf)];
  if (table.totals) rows.push(textsOf(table.totals));
  const widths = table.columns.map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, index) =>
          table.columns[index]?.align === "right"
            ? cell.padStart(widths[index] ?? 0)
            : cell.padEnd(widths[index] ?? 0),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function markdownText(block: MarkdownBlock, indent: string): string {
  switch (block.kind) {
    case "paragraph":
    case "heading":
      return indent + block.runs.map(runText).join("");
    case "list":
      return block.items
        .map((item, index) => {
          const mark = block.ordered ? `${block.start + index}. ` : "- ";
          const inner = item.map((part) => markdownText(part, `${indent}  `)).join("\n");
          return `${indent}${mark}${inner.trimStart()}`;
        })
        .join("\n");
    case "quote":
      return block.blocks.map((part) => markdownText(part, `${indent}> `)).join("\n");
    case "code":
      return block.text;
    case "rule":
      return "----";
  }
}

function runText(run: MarkdownRun): string {
  return run.href && run.href !== run.text ? `${run.text} (${run.href})` : run.text;
}
