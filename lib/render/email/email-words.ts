import { formatDateTime } from "@/lib/format/dates";
import { formatBytes } from "@/lib/format/sizes";
import type { TableModel } from "@/lib/charts/types";
import type { EmailFileLink, ReportEmailInput } from "@/lib/render/email/types";
import type { PreparedBlock, PreparedDocument } from "@/lib/reports/document";

/** Sentences that the HTML part and the text part share, so that they cannot differ. */

/** Longer tables are read in the report: a mail is cut off by some readers at about 100 kB. */
export const MAX_INLINE_ROWS = 12;
const MAX_INLINE_TABLES = 6;
const PREHEADER_METRICS = 3;

/** Ids of the tables short and early enough to be shown whole in the mail. */
export function inlineTableIds(blocks: readonly PreparedBlock[]): Set<string> {
  const short = blocks.filter(
    (block) => block.kind === "table" && block.model.rows.length <= MAX_INLINE_ROWS,
  );
  return new Set(short.slice(0, MAX_INLINE_TABLES).map((block) => block.id));
}

export function longTableText(table: TableModel, locale: string): string {
  const count = new Intl.NumberFormat(locale).format(table.rows.length);
  return `${count} ${table.rows.length === 1 ? "row" : "rows"}. Open the report or its files to read them.`;
}

/** The first words an inbox shows after the subject. */
export function preheader({ document, message }: ReportEmailInput): string {
  const metrics = document.blocks.flatMap((block) => (block.kind === "metrics" ? block.items : []));
  const figures = metrics
    .slice(0, PREHEADER_METRICS)
    .map((item) =>
      [item.title, item.text, item.comparison?.changeText ? `(${item.comparison.changeText})` : ""]
        .filter(Boolean)
        .join(" "),
    );
  return figures.join(" · ") || message.split("\n")[0] || `${document.title}, ${document.subtitle}`;
}

/** "3 Nov 2026, 07:30 Berlin" */
export function sentAtText({ generatedAt, zone, locale }: PreparedDocument): string {
  return formatDateTime(generatedAt, { locale, zone });
}

export function attachedText(names: readonly string[]): string | null {
  return names.length ? `Attached: ${names.join(", ")}` : null;
}

/** "Practitioners.pdf (2.4 MB, until 3 Dec 2026)" without its link. */
export function fileText(file: EmailFileLink, locale: string): string {
  return `${file.label} (${[formatBytes(file.bytes, { locale }), file.expiresText].filter(Boolean).join(", ")})`;
}

/** Why, how fresh, which version, for which choices. */
export function footerText({ document, recipientReason }: ReportEmailInput): string {
  const parameters = document.parameters.map(({ label, value }) => `${label}: ${value}`);
  const facts = [capitalised(document.asOfText), document.versionLabel, ...parameters]
    .filter(Boolean)
    .join(" · ");
  return [recipientReason, facts ? `${facts}.` : ""].filter(Boolean).join(" ");
}

export function messageParagraphs(message: string): string[] {
  return message
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
