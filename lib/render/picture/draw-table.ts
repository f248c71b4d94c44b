import type { TableCell, TableColumn, TableModel } from "@/lib/charts/types";
import { measureInter } from "@/lib/render/svg/measure";
import { type Area, LOOK, rule, textLine } from "./svg-parts";

const SIZE = 12;
const ROW = 24;
const PADDING = 10;
const LONGEST_CELL = 260;
/** Words can be cut to this; a number that is cut is another number. */
const SHORTEST_WORDS = 64;
/** Beyond them a column's width is guessed from what was measured. */
const MEASURED_ROWS = 100;

type Column = { index: number; column: TableColumn; from: number; to: number };

/** As many rows and columns as fit, and the totals; what is left out is said. */
export function drawTable(model: TableModel, area: Area): string {
  const columns = placeColumns(model, area);
  const isCutAcross = columns.length < model.columns.length;
  const totals = model.totals ? 1 : 0;
  const room = Math.floor(area.height / ROW) - 1 - totals;
  const isWhole = model.rows.length <= room - Number(isCutAcross);
  const rows = isWhole ? model.rows : model.rows.slice(0, Math.max(0, room - 1));
  const headY = area.y + 16;
  const lineAt = (place: number) => headY + place * ROW;
  const heads = model.columns.map(({ name }): TableCell => ({ raw: name, text: name }));
  const parts = [
    drawLine(columns, heads, headY, { weight: 600, color: LOOK.ink2 }),
    rule(area.x, area.x + area.width, area.y + ROW, LOOK.ruleStrong),
  ];
  rows.forEach((row, index) => {
    parts.push(drawLine(columns, row, lineAt(index + 1), { weight: 400, color: LOOK.ink }));
    parts.push(rule(area.x, area.x + area.width, lineAt(index + 1) + 8));
  });
  if (model.totals)
    parts.push(drawLine(columns, model.totals, lineAt(rows.length + 1), { weight: 600, color: LOOK.ink }));
  const left = [
    isWhole ? "" : `${rows.length} of ${model.rows.length} rows`,
    isCutAcross ? `${columns.length} of ${model.columns.length} columns` : "",
  ].filter(Boolean);
  if (left.length > 0)
    parts.push(
      textLine(left.join(", "), area.x, lineAt(rows.length + 1 + totals), { size: SIZE, color: LOOK.ink3 }),
    );
  return parts.join("");
}

function drawLine(
  columns: readonly Column[],
  cells: readonly (TableCell | null)[],
  y: number,
  look: { weight: 400 | 600; color: string },
): string {
  return columns
    .map(({ index, column, from, to }) => {
      const isRight = column.align === "right";
      return textLine(cells[index]?.text ?? "", isRight ? to - PADDING : from, y, {
        ...look,
        size: SIZE,
        align: isRight ? "right" : "left",
        maxWidth: to - from - PADDING,
      });
    })
    .join("");
}

/** Columns as wide as what they hold, stretched together to the area; where room is short, words give way. */
function placeColumns({ columns, rows, totals }: TableModel, { x, width }: Area): Column[] {
  const measured = totals ? [totals, ...rows.slice(0, MEASURED_ROWS)] : rows.slice(0, MEASURED_ROWS);
  const all = columns.map((column, index) => {
    const cells = measured.map((row) => measureInter(row[index]?.text ?? "", SIZE, 600));
    const longest = Math.max(measureInter(column.name, SIZE, 600), ...cells) + PADDING * 2;
    const isWords = column.align !== "right";
    const wanted = isWords ? Math.min(LONGEST_CELL, longest) : longest;
    return { index, column, wanted, least: isWords ? Math.min(SHORTEST_WORDS, wanted) : wanted };
  });
  let needed = 0;
  const fitting = all.filter(({ least }, place) => {
    needed += least;
    return place === 0 || needed <= width;
  });
  const [wanted, least] = [sum(fitting, "wanted"), sum(fitting, "least")];
  const give = wanted > width ? (width - least) / Math.max(wanted - least, 1) : 1;
  const stretch = wanted > width ? 1 : width / wanted;
  let from = x;
  return fitting.map((column) => {
    const own = (column.least + (column.wanted - column.least) * Math.max(give, 0)) * stretch;
    const place = { index: column.index, column: column.column, from, to: from + own };
    from += own;
    return place;
  });
}

function sum<Key extends string>(all: readonly Record<Key, number>[], key: Key): number {
  return all.reduce((total, each) => total + each[key], 0);
}
