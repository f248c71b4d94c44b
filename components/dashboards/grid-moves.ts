/** Moving and resizing widgets on the grid, for the pointer and for the keyboard alike. Pure. */
import {
  cloneLayout,
  type Layout,
  type LayoutItem,
  moveElement,
  verticalCompactor,
} from "react-grid-layout/core";
import { GRID_COLUMNS, type WidgetDto, type WidgetLayout } from "@/lib/dashboards/schemas";
import { SIZES } from "./grid-size";
import { inReadingOrder } from "@/lib/dashboards/layout";

export function toGridItem({ key, visual, layout }: WidgetDto): LayoutItem {
  const { minW, minH } = SIZES[visual.kind];
  // A widget that was stored smaller must stay as it is until someone resizes it.
  return { i: key, ...layout, minW: Math.min(minW, layout.w), minH: Math.min(minH, layout.h) };
}

/** The widgets at the places of the grid; the same array when nothing moved. */
export function placedBy(widgets: readonly WidgetDto[], grid: Layout): readonly WidgetDto[] {
  const places = new Map(grid.map((item) => [item.i, item]));
  let moved = false;
  const placed = widgets.map((widget) => {
    const item = places.get(widget.key);
    if (!item || isAt(widget.layout, item)) return widget;
    moved = true;
    return { ...widget, layout: { x: item.x, y: item.y, w: item.w, h: item.h } };
  });
  return moved ? placed : widgets;
}

const isAt = (layout: WidgetLayout, item: LayoutItem) =>
  layout.x === item.x && layout.y === item.y && layout.w === item.w && layout.h === item.h;

export type Step = { dx: number; dy: number };

/** Moves a widget by cells; the others make room and close gaps, as they do under the pointer. */
export function moveBy(widgets: readonly WidgetDto[], key: string, { dx, dy }: Step): readonly WidgetDto[] {
  const grid = cloneLayout(widgets.map(toGridItem));
  const item = grid.find((candidate) => candidate.i === key);
  if (!item) return widgets;
  const x = clamp(item.x + dx, 0, GRID_COLUMNS - item.w);
  const y = Math.max(0, item.y + (dy > 0 ? downwards(grid, item, dy) : dy));
  const moved = moveElement(grid, item, x, y, true, false, "vertical", GRID_COLUMNS);
  return placedBy(widgets, verticalCompactor.compact(moved, GRID_COLUMNS));
}

// One cell down, compaction would pull the widget up again: it must pass the widget below it.
function downwards(grid: readonly LayoutItem[], item: LayoutItem, dy: number): number {
  const below = grid.filter(
    (other) =>
      other.i !== item.i &&
      other.y >= item.y + item.h &&
      other.x < item.x + item.w &&
      item.x < other.x + other.w,
  );
  const next = below.sort((a, b) => a.y - b.y)[0];
  return next ? Math.max(dy, next.y + next.h - item.y - item.h) : dy;
}

/** Resizes a widget by cells, never below what its kind needs nor beyond the grid. */
export function resizeBy(widgets: readonly WidgetDto[], key: string, { dx, dy }: Step): readonly WidgetDto[] {
  const grid = cloneLayout(widgets.map(toGridItem));
  const item = grid.find((candidate) => candidate.i === key);
  if (!item) return widgets;
  item.w = clamp(item.w + dx, item.minW ?? 1, GRID_COLUMNS - item.x);
  item.h = clamp(item.h + dy, item.minH ?? 1, 100);
  return placedBy(widgets, verticalCompactor.compact(grid, GRID_COLUMNS));
}

/** Exchanges a widget with the one before (−1) or after it (1) in reading order: the order of a phone's column. */
export function swapBy(widgets: readonly WidgetDto[], key: string, by: -1 | 1): readonly WidgetDto[] {
  const order = inReadingOrder(widgets);
  const at = order.findIndex((widget) => widget.key === key);
  const one = order[at];
  const other = order[at + by];
  if (!one || !other) return widgets;
  return widgets.map((widget) => {
    if (widget.key === one.key) return { ...widget, layout: other.layout };
    if (widget.key === other.key) return { ...widget, layout: one.layout };
    return widget;
  });
}

/** Without gaps, e.g. after a widget was removed. */
export function compacted(widgets: readonly WidgetDto[]): readonly WidgetDto[] {
  return placedBy(widgets, verticalCompactor.compact(widgets.map(toGridItem), GRID_COLUMNS));
}

/** "Revenue: column 1, row 3, 6 wide, 5 high": read aloud after a move. */
export function describePlace({ layout, visual }: WidgetDto): string {
  const { x, y, w, h } = layout;
  return `${visual.title || "Widget"}: column ${x + 1}, row ${y + 1}, ${w} wide, ${h} high.`;
}

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);
