/** Moving and resizing widgets on the grid, for the pointer and for the keyboard alike. Pure. */
import {
  cloneLayout,
  type Layout,
  type LayoutItem,
  moveElement,
  verticalCompactor,
} from "react-grid-layout/core";
import { inReadingOrder } from "@/lib/dashboards/layout";
import { GRID_COLUMNS } from "@/lib/dashboards/layout";
import type { WidgetDto, WidgetLayout } from "@/lib/dashboards/schemas";
import { SIZES } from "../grid-size";

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

/**
 * Moves a widget by cells; the others make room and close gaps, as they do under the pointer. Up and down it goes to the
 * next place that is its own: a cell further, compaction would often pull it back to where it was.
 */
export function moveBy(widgets: readonly WidgetDto[], key: string, { dx, dy }: Step): readonly WidgetDto[] {
  const from = widgets.find((widget) => widget.key === key)?.layout;
  if (!from) return widgets;
  const x = clamp(from.x + dx, 0, GRID_COLUMNS - from.w);
  const reach = dy > 0 ? bottomOf(widgets) - from.y : from.y;
  for (let far = Math.abs(dy); dy !== 0 && far <= reach; far += 1) {
    const moved = movedTo(widgets, key, x, from.y + Math.sign(dy) * far);
    const to = moved.find((widget) => widget.key === key)?.layout.y ?? from.y;
    if (dy > 0 ? to > from.y : to < from.y) return moved;
  }
  return x === from.x ? widgets : movedTo(widgets, key, x, from.y);
}

function movedTo(widgets: readonly WidgetDto[], key: string, x: number, y: number): readonly WidgetDto[] {
  const grid = cloneLayout(widgets.map(toGridItem));
  const item = grid.find((candidate) => candidate.i === key);
  if (!item) return widgets;
  const moved = moveElement(grid, item, x, y, true, false, "vertical", GRID_COLUMNS);
  return placedBy(widgets, verticalCompactor.compact(moved, GRID_COLUMNS));
}

export const bottomOf = (widgets: readonly WidgetDto[]): number =>
  Math.max(0, ...widgets.map(({ layout }) => layout.y + layout.h));

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

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);
