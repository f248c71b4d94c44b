import { BAR_COLORS, rampColor, TONE_COLORS } from "@/lib/charts/cell-colors";
import { sparklineShape } from "@/lib/charts/sparkline";
import type { CellLook, TableColumn } from "@/lib/charts/types";
import type { Painter } from "@/lib/render/pdf/painter";
import { CELL_PADDING, SPARK_EMS } from "@/lib/render/pdf/table-layout";

/** Points, from the canvas' upper left corner. */
type Box = { left: number; top: number; width: number; height: number };

const COURSE_INK = "#1f5c99";

/** What lies under a cell's text: the tint of its rule or shade, and its bar. */
export function paintUnder(painter: Painter, box: Box, look: CellLook, ramp: TableColumn["ramp"]): void {
  const tint = look.tone ? TONE_COLORS[look.tone].soft : rampColor(ramp, look.shade);
  if (tint) painter.rect(box.left, box.top, box.width, box.height).fillColor(tint).fill();
  if (!look.bar) return;
  const room = box.width - 2 * CELL_PADDING.x;
  const { from, to, negative } = look.bar;
  painter
    .rect(box.left + CELL_PADDING.x + from * room, box.top + 2, (to - from) * room, box.height - 4)
    .fillColor(negative ? BAR_COLORS.negative : BAR_COLORS.positive)
    .fill();
}

/** The course before a figure, as high as a line of print. */
export function paintCourse(
  painter: Painter,
  box: Box,
  look: CellLook,
  print: { fontSize: number; textWidth: number },
): void {
  if (!look.spark) return;
  const { fontSize, textWidth } = print;
  const before = CELL_PADDING.x + textWidth + (SPARK_EMS.gap + SPARK_EMS.width) * fontSize;
  const size = { width: SPARK_EMS.width * fontSize, height: SPARK_EMS.height * fontSize, inset: 1.2 };
  const { line, end } = sparklineShape(look.spark, size);
  painter.save().translate(box.left + box.width - before, box.top + CELL_PADDING.y);
  if (line) painter.path(line).lineWidth(0.8).strokeColor(COURSE_INK).stroke();
  if (end) painter.circle(end.x, end.y, 1.2).fillColor(COURSE_INK).fill();
  painter.restore();
}

/** An arrow colours its figure; over a tint or a bar it stays in ink, to be read. */
export function inkOf(look: CellLook | undefined): string | null {
  return look?.arrow && !look.bar && look.arrow.tone !== "neutral" ? TONE_COLORS[look.arrow.tone].ink : null;
}
