"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import type { RefObject } from "react";

/** Pixels of a row of one line; rows of more lines are measured as they come. */
const ROW_HEIGHT = 33;
/** Below this all rows are drawn: a page can then be searched and printed as it stands. */
const WINDOW_FROM = 150;

export type RowWindow = {
  /** Indices of the rows to draw, in order. */
  rows: readonly number[];
  /** Pixels of room for the rows left out. */
  before: number;
  after: number;
  measure?: (row: HTMLTableRowElement | null) => void;
};

/** Which rows of a long page are near enough to be drawn. */
export function useRowWindow(count: number, scroller: RefObject<HTMLElement | null>): RowWindow {
  const isLong = count >= WINDOW_FROM;
  const virtual = useVirtualizer({
    count: isLong ? count : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    initialRect: { width: 0, height: ROW_HEIGHT * 20 },
  });
  if (!isLong) return { rows: Array.from({ length: count }, (_, index) => index), before: 0, after: 0 };
  const items = virtual.getVirtualItems();
  return {
    rows: items.map((item) => item.index),
    before: items[0]?.start ?? 0,
    after: virtual.getTotalSize() - (items.at(-1)?.end ?? 0),
    measure: virtual.measureElement,
  };
}
