/** Conditional formats: which mark a cell wears, and what the mark means in words. */
import type { CellFormat, CellRule, CellTest, CellTone, Comparand } from "@/lib/charts/cell-format-spec";
import { columnLabel } from "@/lib/charts/columns";
import type { Cell, CellArrow, ColumnType, TableCell, TableColumn } from "@/lib/charts/types";

/** Never colour alone: each tone has a sign of its own, which every font of ours holds. */
export const TONE_MARKS = { good: "✓", warn: "!", bad: "✗", note: "●" } as const satisfies Record<
  CellTone,
  string
>;
export const ARROW_MARKS = { up: "▲", down: "▼", flat: "–" } as const satisfies Record<
  CellArrow["direction"],
  string
>;
/** How the marks are read aloud. */
export const TONE_WORDS = {
  good: "good",
  warn: "needs a look",
  bad: "bad",
  note: "marked",
} as const satisfies Record<CellTone, string>;

const TEST_WORDS = {
  above: "above",
  at_least: "at least",
  below: "below",
  at_most: "at most",
  equal: "equal to",
  not_equal: "other than",
  contains: "containing",
  missing: "missing",
} as const satisfies Record<CellTest, string>;

/** A cell of the same row, by the name of its column. */
export type ReadCell = (column: string) => Cell;

/** The tone of the first rule that holds; undefined when none does. */
export function toneOf(
  rules: readonly CellRule[],
  raw: Cell,
  type: ColumnType,
  read: ReadCell,
): CellTone | undefined {
  return rules.find((rule) => holds(rule.test, raw, comparandValue(rule.than, read), type))?.tone;
}

/** null where there is nothing to compare, or nothing to compare with. */
export function arrowOf(
  arrows: NonNullable<CellFormat["arrows"]>,
  raw: Cell,
  type: ColumnType,
  read: ReadCell,
): CellArrow | null {
  const other = comparandValue(arrows.than, read);
  const order = isNothing(raw) || isNothing(other) ? null : compare(raw, other, type);
  if (order === null) return null;
  const direction = order > 0 ? "up" : order < 0 ? "down" : "flat";
  if (arrows.better === "none" || direction === "flat") return { direction, tone: "neutral" };
  return { direction, tone: (direction === "up") === (arrows.better === "higher") ? "good" : "bad" };
}

function comparandValue(than: Comparand, read: ReadCell): Cell {
  return "column" in than ? read(than.column) : than.value;
}

const isNothing = (cell: Cell) => cell === null || cell === "";

function holds(test: CellTest, raw: Cell, other: Cell, type: ColumnType): boolean {
  if (test === "missing") return isNothing(raw);
  if (isNothing(raw) || isNothing(other)) return false;
  if (test === "contains") return String(raw).toLowerCase().includes(String(other).toLowerCase());
  const order = compare(raw, other, type);
  if (order === null) return false;
  switch (test) {
    case "above":
      return order > 0;
    case "at_least":
      return order >= 0;
    case "below":
      return order < 0;
    case "at_most":
      return order <= 0;
    case "equal":
      return order === 0;
    case "not_equal":
      return order !== 0;
  }
}

/** Negative, zero or positive; null when the two cannot be compared. Dates compare as instants, words without case. */
function compare(raw: Cell, other: Cell, type: ColumnType): number | null {
  if (type === "text" || type === "boolean") {
    const [left, right] = [String(raw).toLowerCase(), String(other).toLowerCase()];
    return left < right ? -1 : Number(left > right);
  }
  const read = (cell: Cell) => (type === "number" ? Number(cell) : Date.parse(String(cell)));
  const difference = read(raw) - read(other);
  return Number.isNaN(difference) ? null : difference;
}

/** "at least 90.0 %", "below Target", "missing". `print` gives a typed value in the column's own form. */
export function ruleWords(
  { test, than }: Pick<CellRule, "test" | "than">,
  print: (value: Cell) => string,
): string {
  if (test === "missing") return TEST_WORDS.missing;
  const other =
    "column" in than ? columnLabel(than.column) : test === "contains" ? `“${than.value}”` : print(than.value);
  return `${TEST_WORDS[test]} ${other}`;
}

/** The text of a cell with its signs before it, where they cannot be drawn apart: "✓ 92.0 %". */
export function markedText({ text, look }: TableCell): string {
  const marks = [look?.arrow && ARROW_MARKS[look.arrow.direction], look?.tone && TONE_MARKS[look.tone]];
  return [...marks, text].filter(Boolean).join(" ");
}

/** What the marks of a table mean, a sentence for each column that has some: "No-show: ✓ below 8.0 % · ✗ above 12.0 %". */
export function legendSentences(columns: readonly TableColumn[]): string[] {
  return columns.flatMap(({ name, legend }) =>
    legend ? [`${name}: ${legend.map(({ mark, text }) => `${mark} ${text}`).join(" · ")}`] : [],
  );
}
