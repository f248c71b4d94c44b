/** Bringing several widgets of one section into line. Pure. */
import { overlap } from "@/lib/dashboards/layout";
import { GRID_COLUMNS } from "@/lib/dashboards/layout";
import type { WidgetDto, WidgetLayout } from "@/lib/dashboards/schemas";
import { SIZES } from "../grid-size";
import { changedIn, chosenOf, type Widgets } from "./sections";

export type Alignment = "left" | "right" | "top" | "width" | "height" | "spread";

type Boxes = readonly WidgetLayout[];

/**
 * The widgets of `keys` in line, those of each section among themselves; sizes follow the one chosen first. What stands
 * in their way gives way downwards, never they. The same array when they were in line already.
 */
export function align(widgets: Widgets, keys: readonly string[], how: Alignment): Widgets {
  const sections = new Set(chosenOf(widgets, keys).map((widget) => widget.section));
  return [...sections].reduce(
    (changed, section) => changedIn(changed, section, (inside) => alignInside(inside, keys, how)),
    widgets,
  );
}

function alignInside(inside: Widgets, keys: readonly string[], how: Alignment): Widgets {
  const chosen = chosenOf(inside, keys);
  if (chosen.length < 2) return inside;
  const aligned = RULES[how](chosen);
  const boxes = new Map(chosen.map(({ key }, index) => [key, aligned[index]]));
  const moved = inside.map((widget) => {
    const layout = boxes.get(widget.key);
    return layout ? { ...widget, layout } : widget;
  });
  return compactedAround(moved, new Set(keys), inside);
}

const RULES = {
  left: (chosen) => {
    const x = Math.min(...chosen.map(({ layout }) => layout.x));
    return chosen.map(({ layout }) => ({ ...layout, x }));
  },
  right: (chosen) => {
    const edge = Math.max(...chosen.map(({ layout }) => layout.x + layout.w));
    return chosen.map(({ layout }) => ({ ...layout, x: edge - layout.w }));
  },
  top: (chosen) => {
    const y = Math.min(...chosen.map(({ layout }) => layout.y));
    return besideEachOther(chosen.map(({ layout }) => ({ ...layout, y })));
  },
  width: (chosen) => {
    const wanted = chosen[0]?.layout.w ?? 1;
    const wider = chosen.map(({ layout, visual }) => {
      const w = Math.max(wanted, SIZES[visual.kind].minW);
      return { ...layout, w, x: Math.min(layout.x, GRID_COLUMNS - w) };
    });
    const wereBeside = areBeside(chosen.map(({ layout }) => layout));
    return wereBeside ? besideEachOther(wider) : wider;
  },
  height: (chosen) => {
    const wanted = chosen[0]?.layout.h ?? 1;
    return chosen.map(({ layout, visual }) => ({
      ...layout,
      h: Math.max(wanted, SIZES[visual.kind].minH),
    }));
  },
  spread: (chosen) => spread(chosen.map(({ layout }) => layout)),
} as const satisfies Record<Alignment, (chosen: readonly WidgetDto[]) => Boxes>;

const endOf = (box: WidgetLayout) => box.x + box.w;
const totalWidth = (boxes: Boxes) => boxes.reduce((sum, box) => sum + box.w, 0);

/** No column holds two of them. */
function areBeside(boxes: Boxes): boolean {
  const sorted = [...boxes].sort((a, b) => a.x - b.x);
  return sorted.every((box, index) => index === 0 || box.x >= endOf(sorted[index - 1] ?? box));
}

/** One after the other from the left, where they would share columns and a row has the room. */
function besideEachOther(boxes: Boxes): Boxes {
  const total = totalWidth(boxes);
  if (areBeside(boxes) || total > GRID_COLUMNS) return boxes;
  const start = Math.min(...boxes.map((box) => box.x), GRID_COLUMNS - total);
  return laidOut(boxes, start, () => 0);
}

/** The same room between each two, between the outermost edges, or over the whole width where these are too near. */
function spread(boxes: Boxes): Boxes {
  const total = totalWidth(boxes);
  if (boxes.length < 3 || total > GRID_COLUMNS) return boxes;
  const left = Math.min(...boxes.map((box) => box.x));
  const right = Math.max(...boxes.map(endOf));
  const [start, width] = right - left >= total ? [left, right - left] : [0, GRID_COLUMNS];
  const free = width - total;
  const gaps = boxes.length - 1;
  // Columns are whole: what cannot be shared out goes to the first gaps.
  return laidOut(boxes, start, (gap) => Math.floor(free / gaps) + (gap < free % gaps ? 1 : 0));
}

function laidOut(boxes: Boxes, start: number, gapAfter: (index: number) => number): Boxes {
  const order = [...boxes.keys()].sort((a, b) => (boxes[a]?.x ?? 0) - (boxes[b]?.x ?? 0));
  const placed = [...boxes];
  let x = start;
  for (const [rank, index] of order.entries()) {
    const box = boxes[index];
    if (!box) continue;
    placed[index] = { ...box, x };
    x += box.w + gapAfter(rank);
  }
  return placed;
}

/** Without gaps or overlaps, where those of `first` keep their places before the others; `before` when all is as it was. */
function compactedAround(widgets: Widgets, first: ReadonlySet<string>, before: Widgets): Widgets {
  const rank = ({ key }: WidgetDto) => (first.has(key) ? 0 : 1);
  const wasAt = new Map(before.map(({ key, layout }) => [key, layout.x]));
  const x = ({ key, layout }: WidgetDto) => wasAt.get(key) ?? layout.x;
  const order = [...widgets].sort((a, b) => a.layout.y - b.layout.y || rank(a) - rank(b) || x(a) - x(b));
  const placed = new Map<string, WidgetLayout>();
  for (const { key, layout } of order) placed.set(key, dropped(layout, [...placed.values()]));
  const after = widgets.map((widget) => ({ ...widget, layout: placed.get(widget.key) ?? widget.layout }));
  return after.every((widget, index) => isSamePlace(widget.layout, before[index]?.layout)) ? before : after;
}

/** As high up as it goes, below whatever it would lie on. */
function dropped(box: WidgetLayout, others: Boxes): WidgetLayout {
  const isFree = (y: number) => !others.some((other) => overlap({ ...box, y }, other));
  let y = box.y;
  while (!isFree(y)) y += 1;
  while (y > 0 && isFree(y - 1)) y -= 1;
  return { ...box, y };
}

const isSamePlace = (a: WidgetLayout, b: WidgetLayout | undefined) =>
  a.x === b?.x && a.y === b.y && a.w === b.w && a.h === b.h;
