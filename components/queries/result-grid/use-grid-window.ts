"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useLayoutEffect } from "react";
import type { GridPlace } from "./grid-selection";

export const ROW_PX = 28;
export const HEAD_PX = 34;
const NUMBER_PX = 7.5;

/** Which rows and columns are in sight, and how large everything is. Sizes in pixels. */
export function useGridWindow(
  gridRef: RefObject<HTMLDivElement | null>,
  { rows, widths }: { rows: number; widths: readonly number[] },
) {
  // Wide enough for the last row's number.
  const gutter = Math.max(40, Math.round(String(rows).length * NUMBER_PX + 22));
  const rowWindow = useVirtualizer({
    count: rows,
    getScrollElement: () => gridRef.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
    scrollMargin: HEAD_PX,
    scrollPaddingStart: HEAD_PX,
  });
  const columnWindow = useVirtualizer({
    horizontal: true,
    count: widths.length,
    getScrollElement: () => gridRef.current,
    estimateSize: (index) => widths[index] ?? 0,
    overscan: 2,
    scrollMargin: gutter,
    scrollPaddingStart: gutter,
  });
  // Outside system: the virtualizer keeps the sizes it was told first.
  useLayoutEffect(() => columnWindow.measure(), [columnWindow, widths]);

  const shownRows = rowWindow.getVirtualItems();
  const shownColumns = columnWindow.getVirtualItems();
  return {
    rows: shownRows,
    columns: shownColumns,
    gutter,
    height: rowWindow.getTotalSize(),
    width: columnWindow.getTotalSize() + gutter,
    /** Whole rows in sight at once. */
    page: Math.max(1, Math.floor(((rowWindow.scrollRect?.height ?? 0) - HEAD_PX) / ROW_PX) - 1),
    isDrawn: ({ row, column }: GridPlace) =>
      (row === -1 || shownRows.some((item) => item.index === row)) &&
      shownColumns.some((item) => item.index === column),
    reveal({ row, column }: GridPlace) {
      if (row >= 0) rowWindow.scrollToIndex(row);
      columnWindow.scrollToIndex(column);
    },
  };
}
