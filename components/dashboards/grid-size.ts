import type { WidgetKind } from "@/lib/charts/spec";

/** Pixels. View and editor share them, so that nothing moves when editing begins. */
export const ROW_HEIGHT = 52;
export const GAP = 16;

type SizeRule = { w: number; h: number; minW: number; minH: number };

/** In grid cells: the size of a new widget, and the least at which it can be read. */
export const SIZES = {
  metric: { w: 3, h: 2, minW: 2, minH: 2 },
  line: { w: 6, h: 5, minW: 3, minH: 3 },
  bar: { w: 6, h: 5, minW: 3, minH: 3 },
  area: { w: 6, h: 5, minW: 3, minH: 3 },
  combo: { w: 6, h: 5, minW: 3, minH: 3 },
  scatter: { w: 6, h: 6, minW: 3, minH: 4 },
  funnel: { w: 6, h: 5, minW: 3, minH: 3 },
  heatmap: { w: 6, h: 6, minW: 4, minH: 4 },
  gauge: { w: 3, h: 4, minW: 2, minH: 3 },
  pie: { w: 4, h: 5, minW: 3, minH: 3 },
  table: { w: 6, h: 5, minW: 3, minH: 3 },
  pivot: { w: 8, h: 6, minW: 4, minH: 3 },
  text: { w: 4, h: 3, minW: 2, minH: 1 },
  image: { w: 4, h: 4, minW: 1, minH: 1 },
  insight: { w: 4, h: 4, minW: 3, minH: 3 },
  prediction: { w: 6, h: 5, minW: 3, minH: 3 },
  alerts: { w: 4, h: 4, minW: 3, minH: 3 },
} as const satisfies Record<WidgetKind, SizeRule>;
