/** The geometry of a heat map: names on the left, columns named below, the ramp above. */
import { type AxisLabels, layoutCategoryLabels } from "@/components/charts/category-labels";
import { LABEL_SIZE } from "@/components/charts/chart-props";
import type { Box } from "@/components/charts/marks";
import { type MeasureText, truncateText } from "@/lib/charts/text-width";
import type { HeatmapModel } from "@/lib/charts/types";

const HEAD = 24;
const AXIS_GAP = 8;
const CELL_PADDING = 6;
const MIN_ROW_HEIGHT = 13;

export type HeatmapLayout = {
  plot: Box;
  cellOf: (column: number, row: number) => Box;
  /** Whether every value fits its cell. */
  printsValues: boolean;
  names: { text: string; x: number; y: number }[];
  below: AxisLabels;
  middleOf: (column: number) => number;
};

export function layoutHeatmap(
  model: HeatmapModel,
  size: { width: number; height: number },
  measure: MeasureText,
): HeatmapLayout {
  const room = size.width * 0.3;
  const names = model.rows.map((row) => truncateText(row.label, room, LABEL_SIZE, measure));
  const left =
    Math.ceil(names.reduce((width, name) => Math.max(width, measure(name, LABEL_SIZE)), 0)) + AXIS_GAP + 4;
  const width = Math.max(size.width - left, 10);
  const cellWidth = width / Math.max(model.columns.length, 1);
  const points = model.columns.map((column) => ({ label: column.label, x: column.label, values: {} }));
  const below = layoutCategoryLabels(points, cellWidth, size.height * 0.4, measure);
  const height = Math.max(size.height - HEAD - below.height, 10);
  const cellHeight = height / Math.max(model.rows.length, 1);
  const step = Math.max(1, Math.ceil(MIN_ROW_HEIGHT / cellHeight));
  const widest = model.cells
    .flat()
    .reduce((most, cell) => Math.max(most, cell.value === null ? 0 : measure(cell.text, LABEL_SIZE)), 0);
  return {
    plot: { left, top: HEAD, width, height },
    cellOf: (column, row) => ({
      left: left + column * cellWidth,
      top: HEAD + row * cellHeight,
      width: cellWidth,
      height: cellHeight,
    }),
    printsValues: widest + CELL_PADDING <= cellWidth && cellHeight >= LABEL_SIZE + CELL_PADDING,
    names: names.flatMap((text, row) =>
      row % step === 0 ? [{ text, x: left - AXIS_GAP, y: HEAD + (row + 0.5) * cellHeight }] : [],
    ),
    below,
    middleOf: (column) => left + (column + 0.5) * cellWidth,
  };
}
