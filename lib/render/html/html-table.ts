import { legendSentences, ARROW_MARKS, TONE_MARKS, TONE_WORDS } from "@/lib/charts/cell-rules";
import { BAR_COLORS } from "@/lib/charts/cell-colors";
import { sparklineShape } from "@/lib/charts/sparkline";
import type { CellLook, TableCell, TableColumn, TableModel } from "@/lib/charts/types";
import { NO_DATA_TEXT } from "@/lib/render/figures";
import { html, type SafeHtml } from "@/lib/render/html/html-text";

const SPARK = { width: 60, height: 16, inset: 2 };

/** A table with its marks, bars, courses and links; looks are classes and drawings, for styles in line are forbidden. */
export function tableToHtml(table: TableModel): SafeHtml {
  const row = (cells: readonly (TableCell | null)[], index?: number) =>
    html`<tr class="${isGroup(table, index) ? "group" : ""}">${table.columns.map((column, index) => cellToHtml(cells[index] ?? null, column))}</tr>\n`;
  const head = table.columns.map(
    (column) => html`<th scope="col" class="${alignOf(column)}">${column.name}</th>`,
  );
  const isEmpty = table.empty || table.rows.length === 0;
  const body = isEmpty
    ? html`<tr><td colspan="${Math.max(1, table.columns.length)}">${NO_DATA_TEXT}</td></tr>`
    : table.rows.map((cells, index) => row(cells, index));
  const foot = table.totals && !isEmpty ? html`<tfoot>${row(table.totals)}</tfoot>` : null;
  const legend = legendSentences(table.columns).map((text) => html`<p class="notice">${text}</p>`);
  return html`<div class="table"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody>${foot}</table></div>${legend}`;
}

const isGroup = ({ outline }: TableModel, index: number | undefined) =>
  index !== undefined && (outline?.[index]?.isGroup ?? false);

const alignOf = (column: TableColumn) => (column.align === "right" ? "right" : "");

function cellToHtml(cell: TableCell | null, column: TableColumn): SafeHtml {
  const look = cell?.look;
  if (!look) return html`<td class="${alignOf(column)}">${cell?.text ?? ""}</td>`;
  const classes = [alignOf(column), look.tone ? `soft-${look.tone}` : "", shadeClass(look, column)];
  return html`<td class="${classes.filter(Boolean).join(" ")}">${look.spark ? spark(look.spark) : null}${marks(look)}${linked(cell.text, look.href)}${look.bar ? bar(look.bar) : null}</td>`;
}

function shadeClass({ shade }: CellLook, { ramp }: TableColumn): string {
  return ramp !== undefined && shade !== undefined ? `${ramp}-${shade}` : "";
}

function marks({ arrow, tone }: CellLook): SafeHtml {
  return html`${arrow ? html`<span class="mark ${arrow.tone}">${ARROW_MARKS[arrow.direction]} </span>` : null}${
    tone
      ? html`<span class="mark ${tone}" role="img" aria-label="${TONE_WORDS[tone]}">${TONE_MARKS[tone]}</span> `
      : null
  }`;
}

/** A file has no pages of the application: only whole addresses lead anywhere. */
function linked(text: string, href: string | undefined): SafeHtml {
  return href && !href.startsWith("/")
    ? html`<a href="${href}" rel="noopener noreferrer">${text}</a>`
    : html`${text}`;
}

function spark(values: (number | null)[]): SafeHtml {
  const { line, end } = sparklineShape(values, SPARK);
  const dot = end ? html`<circle cx="${end.x}" cy="${end.y}" r="1.8" fill="#1f5c99"/>` : null;
  return html`<svg class="spark" aria-hidden="true" width="${SPARK.width}" height="${SPARK.height}" viewBox="0 0 ${SPARK.width} ${SPARK.height}"><path d="${line}" fill="none" stroke="#1f5c99" stroke-width="1.3"/>${dot}</svg>`;
}

function bar({ from, to, negative }: NonNullable<CellLook["bar"]>): SafeHtml {
  const color = negative ? BAR_COLORS.negative : BAR_COLORS.positive;
  return html`<svg class="bar" aria-hidden="true" viewBox="0 0 100 4" preserveAspectRatio="none"><rect x="${from * 100}" width="${(to - from) * 100}" height="4" fill="${color}"/></svg>`;
}
