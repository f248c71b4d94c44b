import { markedText } from "@/lib/charts/cell-rules";
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

/** A course stands before its figure; sizes in units of the print. */
export const SPARK_EMS = { width: 5, height: 1.1, gap: 0.6 } as const;
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

/** The print in which a table that fits nowhere is split into parts. */
const SPLIT = { orientation: "landscape", fontSize: 7.5 } as const;

export type FittedTable = { model: TableModel; layout: TableLayout };

/**
 * Chooses print size, page orientation and column widths, and wraps every cell; nothing is cut off and no
 * figure is broken over two lines. A table too wide for any page comes in parts side by side, each with the
 * first column again.
 */
export function fitTable(table: TableModel, measure: MeasureText): FittedTable[] {
  const ranges = table.columns.map((_, index) => columnRange(table, index, measure));
  const fitting = ATTEMPTS.find((attempt) => fits(table, ranges, attempt));
  if (fitting) return [{ model: table, layout: lay(table, ranges, fitting, measure) }];
  const groups = columnGroups(table, ranges);
  return groups.map((columns, part) => {
    const model = pickColumns(table, columns, `${part + 1} of ${groups.length}`);
    const picked = columns.flatMap((index) => ranges[index] ?? []);
    return { model, layout: lay(model, picked, SPLIT, measure) };
  });
}

type Print = { orientation: Orientation; fontSize: number };

function fits(table: TableModel, ranges: readonly Range[], { orientation, fontSize }: Print): boolean {
  return sum(rangesAt(table, ranges, fontSize).map((range) => range.least)) <= contentWidth(orientation);
}

/** Indices of the columns of each part: as many as fit beside the first. */
function columnGroups(table: TableModel, ranges: readonly Range[]): number[][] {
  const widths = rangesAt(table, ranges, SPLIT.fontSize).map((range) => range.least);
  const groups: number[][] = [];
  let room = 0;
  for (let index = 1; index < widths.length; index++) {
    const width = widths[index] ?? 0;
    const group = groups.at(-1);
    if (group && width <= room) group.push(index);
    else {
      groups.push([0, index]);
      room = contentWidth(SPLIT.orientation) - (widths[0] ?? 0);
    }
    room -= width;
  }
  return groups.length ? groups : [[0]];
}

function pickColumns(table: TableModel, columns: readonly number[], part: string): TableModel {
  const pick = <Value>(values: readonly Value[]): Value[] =>
    columns.flatMap((index) => values.slice(index, index + 1));
  return {
    ...table,
    title: [table.title, `(${part})`].filter(Boolean).join(" "),
    columns: pick(table.columns),
    rows: table.rows.map(pick),
    totals: table.totals && pick(table.totals),
  };
}

function lay(table: TableModel, ranges: readonly Range[], print: Print, measure: MeasureText): TableLayout {
  const { orientation, fontSize } = print;
  const columnWidths = shareWidth(rangesAt(table, ranges, fontSize), contentWidth(orientation));
  const row = (texts: string[], bold: boolean) => layRow(texts, columnWidths, fontSize, bold, measure);
  return {
    orientation,
    fontSize,
    lineHeight: fontSize * LINE_HEIGHT,
    columnWidths,
    head: row(
      table.columns.map((column) => column.name),
      true,
    ),
    rows: table.rows.map((cells) => row(textsOf(table, cells), false)),
    totals: table.totals ? row(textsOf(table, table.totals), true) : null,
  };
}

function rangesAt(table: TableModel, ranges: readonly Range[], fontSize: number): Range[] {
  return ranges.map((range, index) => rangeAt(range, fontSize, table.columns[index]?.type === "text"));
}

function textsOf(table: TableModel, cells: readonly (TableCell | null)[]): string[] {
  return table.columns.map((_, index) => {
    const cell = cells[index];
    return cell ? markedText(cell) : "";
  });
}

/** Widths at size 1: of the widest text, and of the widest word. */
function columnRange(table: TableModel, index: number, measure: MeasureText): Range {
  const head = table.columns[index]?.name ?? "";
  const total = table.totals?.[index]?.text ?? "";
  const bold = [head, total];
  const plain = table.rows.map((row) => (row[index] ? markedText(row[index]) : ""));
  const spark = table.rows.some((row) => row[index]?.look?.spark) ? SPARK_EMS.width + SPARK_EMS.gap : 0;
  const widest = (texts: readonly string[], isBold: boolean) =>
    texts.reduce((most, text) => Math.max(most, measure(text, 1, isBold)), 0);
  const words = (texts: readonly string[]) => texts.flatMap((text) => text.split(/\s+/));
  const isText = table.columns[index]?.type === "text";
  const natural = Math.max(widest(bold, true), widest(plain, false));
  const least = isText
    ? Math.max(widest(words(bold), true), widest(words(plain), false))
    : Math.max(widest(words([head]), true), widest([total], true), widest(plain, false));
  return { natural: natural + spark, least: least + spark };
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
