import type { TableCell, TableModel } from "@/lib/charts/types";
import { contentWidth, type Orientation } from "@/lib/render/pdf/theme";
import { wrapText } from "@/lib/render/pdf/wrap-text";

/** Width of a text in points; `bold` for the head and the totals. */
export type MeasureText = (text: string, size: number, bold: boolean) => number;

/** Lines of each cell, top to bottom, and the height of the row in points. */
export type LaidRow = { height: number; cells: string[][] };

export type TableLayout = {
  orientation: Orientation;
  fontSize: number;
  lineHeight: number;
  /** In points; they fill the width between the margins. */
  columnWidths: number[];
  head: LaidRow;
  rows: LaidRow[];
  totals: LaidRow | null;
};

/** Space at both sides of a cell's text, and above and below it. */
export const CELL_PADDING = { x: 4, y: 4.2 } as const;
/** A text column is never squeezed below this; its texts wrap. */
const MIN_TEXT_WIDTH = 46;
const MAX_WORD_WIDTH = 110;
const LINE_HEIGHT = 1.3;
/**
 * Row heights are multiples of this power of two. The layout engine adds them up in single precision; sums that
 * are not exact make it believe that rows overlap, and it then refuses to break the table.
 */
const GRID = 1 / 8;
/** Tried in this order: a smaller print, then the page turned. */
const ATTEMPTS: { orientation: Orientation; fontSize: number }[] = [
  { orientation: "portrait", fontSize: 8.5 },
  { orientation: "portrait", fontSize: 7.5 },
  { orientation: "landscape", fontSize: 8.5 },
  { orientation: "landscape", fontSize: 7.5 },
  { orientation: "landscape", fontSize: 6.5 },
];

type Range = { natural: number; least: number };

/** Chooses print size, page orientation and column widths so that nothing is cut off, then wraps every cell. */
export function layoutTable(table: TableModel, measure: MeasureText): TableLayout {
  const unitRanges = table.columns.map((_, index) => columnRange(table, index, measure));
  const scaled = (fontSize: number) =>
    unitRanges.map((range, index) => rangeAt(range, fontSize, table.columns[index]?.type === "text"));
  const fitting = ATTEMPTS.find(
    ({ orientation, fontSize }) =>
      sum(scaled(fontSize).map((range) => range.least)) <= contentWidth(orientation),
  );
  const { orientation, fontSize } = fitting ?? { orientation: "landscape" as const, fontSize: 6.5 };
  const columnWidths = shareWidth(scaled(fontSize), contentWidth(orientation));
  const lay = (texts: string[], bold: boolean) => layRow(texts, columnWidths, fontSize, bold, measure);
  return {
    orientation,
    fontSize,
    lineHeight: fontSize * LINE_HEIGHT,
    columnWidths,
    head: lay(
      table.columns.map((column) => column.name),
      true,
    ),
    rows: table.rows.map((row) => lay(textsOf(table, row), false)),
    totals: table.totals ? lay(textsOf(table, table.totals), true) : null,
  };
}

function textsOf(table: TableModel, cells: readonly (TableCell | null)[]): string[] {
  return table.columns.map((_, index) => cells[index]?.text ?? "");
}

/** Widths at size 1: of the widest text, and of the widest word. */
function columnRange(table: TableModel, index: number, measure: MeasureText): Range {
  const head = table.columns[index]?.name ?? "";
  const total = table.totals?.[index]?.text ?? "";
  const bold = [head, total];
  const plain = table.rows.map((row) => row[index]?.text ?? "");
  const widest = (texts: readonly string[], isBold: boolean) =>
    texts.reduce((most, text) => Math.max(most, measure(text, 1, isBold)), 0);
  const words = (texts: readonly string[]) => texts.flatMap((text) => text.split(/\s+/));
  const isText = table.columns[index]?.type === "text";
  const natural = Math.max(widest(bold, true), widest(plain, false));
  const least = isText
    ? Math.max(widest(words(bold), true), widest(words(plain), false))
    : Math.max(widest(words([head]), true), widest([total], true), widest(plain, false));
  return { natural, least };
}

function rangeAt(range: Range, fontSize: number, isText: boolean): Range {
  const padding = 2 * CELL_PADDING.x;
  const natural = range.natural * fontSize + padding;
  const word = range.least * fontSize + padding;
  const least = isText ? Math.min(natural, Math.max(MIN_TEXT_WIDTH, Math.min(word, MAX_WORD_WIDTH))) : word;
  return { natural, least };
}

/** Gives each column its least width, then room towards its natural one, then an even share of what is left. */
function shareWidth(ranges: readonly Range[], available: number): number[] {
  const least = sum(ranges.map((range) => range.least));
  if (least > available) return ranges.map((range) => (range.least * available) / least);
  const wanted = sum(ranges.map((range) => range.natural - range.least));
  const granted = Math.min(available - least, wanted);
  const rest = (available - least - granted) / Math.max(1, ranges.length);
  return ranges.map(
    (range) => range.least + (wanted ? ((range.natural - range.least) * granted) / wanted : 0) + rest,
  );
}

function layRow(
  texts: readonly string[],
  widths: readonly number[],
  fontSize: number,
  bold: boolean,
  measure: MeasureText,
): LaidRow {
  // A hair of tolerance: a column exactly as wide as its text must not wrap it.
  const cells = texts.map((text, index) =>
    wrapText(text, (widths[index] ?? 0) - 2 * CELL_PADDING.x + 0.01, (part) => measure(part, fontSize, bold)),
  );
  const lineCount = cells.reduce((most, lines) => Math.max(most, lines.length), 1);
  const height = lineCount * fontSize * LINE_HEIGHT + 2 * CELL_PADDING.y;
  return { height: Math.ceil(height / GRID) * GRID, cells };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
