import type { TableModel } from "@/lib/charts/types";
import { measureInter } from "@/lib/render/svg/measure";
import { type Area, LOOK, rule, textLine } from "./svg-parts";

const SIZE = 12;
const ROW = 24;
const PADDING = 10;
const LONGEST_CELL = 260;
/** Beyond them a column's width is guessed from what was measured. */
const MEASURED_ROWS = 100;

/** As many rows as fit; what is left out is said. */
export function drawTable(model: TableModel, area: Area): string {
  const edges = columnEdges(model, area);
  const isWhole = (model.rows.length + 1) * ROW <= area.height;
  const fitting = Math.max(0, Math.floor(area.height / ROW) - 2);
  const rows = isWhole ? model.rows : model.rows.slice(0, fitting);
  const line = (cells: readonly string[], y: number, weight: 400 | 600, color: string) =>
    cells
      .map((text, index) => {
        const column = model.columns[index];
        const from = edges[index] ?? area.x;
        const to = edges[index + 1] ?? area.x + area.width;
        const isRight = column?.align === "right";
        return textLine(text, isRight ? to - PADDING : from, y, {
          size: SIZE,
          weight,
          color,
          align: isRight ? "right" : "left",
          maxWidth: to - from - PADDING,
        });
      })
      .join("");
  const headY = area.y + 16;
  const parts = [
    line(
      model.columns.map(({ name }) => name),
      headY,
      600,
      LOOK.ink2,
    ),
    rule(area.x, area.x + area.width, area.y + ROW, LOOK.ruleStrong),
  ];
  rows.forEach((row, index) => {
    const y = headY + (index + 1) * ROW;
    parts.push(
      line(
        row.map(({ text }) => text),
        y,
        400,
        LOOK.ink,
      ),
    );
    parts.push(rule(area.x, area.x + area.width, y + 8));
  });
  if (!isWhole)
    parts.push(
      textLine(`${rows.length} of ${model.rows.length} rows`, area.x, headY + (rows.length + 1) * ROW, {
        size: SIZE,
        color: LOOK.ink3,
      }),
    );
  return parts.join("");
}

/** Columns as wide as what they hold, shrunk or stretched together to the area. */
function columnEdges({ columns, rows }: TableModel, { x, width }: Area): number[] {
  const wanted = columns.map(({ name }, index) => {
    const cells = rows.slice(0, MEASURED_ROWS).map((row) => measureInter(row[index]?.text ?? "", SIZE));
    return Math.min(LONGEST_CELL, Math.max(measureInter(name, SIZE, 600), ...cells)) + PADDING * 2;
  });
  const total = wanted.reduce((sum, each) => sum + each, 0) || 1;
  const edges = [x];
  for (const each of wanted) edges.push((edges.at(-1) ?? x) + (each / total) * width);
  return edges;
}
