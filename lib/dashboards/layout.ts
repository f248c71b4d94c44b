/** Geometry of the widget grid. Pure and client-safe. */

export const GRID_COLUMNS = 12;

export type GridBox = { x: number; y: number; w: number; h: number };
type Placed = { key: string; section?: string; layout: GridBox };

export function overlap(a: GridBox, b: GridBox): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

/** The keys of two widgets that share a cell of the same section, or null. */
export function overlappingPair(widgets: readonly Placed[]): [string, string] | null {
  for (const [index, widget] of widgets.entries())
    for (const other of widgets.slice(index + 1))
      if (widget.section === other.section && overlap(widget.layout, other.layout))
        return [widget.key, other.key];
  return null;
}

/** Row by row from the top left: the order of tabbing, of screen readers and of a phone's one column. */
export function inReadingOrder<T extends { layout: GridBox }>(widgets: readonly T[]): T[] {
  return [...widgets].sort((a, b) => a.layout.y - b.layout.y || a.layout.x - b.layout.x);
}

/** The first place from the top where a widget of this size fits between the others. */
export function firstFreePlace(
  widgets: readonly { layout: GridBox }[],
  size: { w: number; h: number },
  columns: number,
): GridBox {
  const bottom = Math.max(0, ...widgets.map(({ layout }) => layout.y + layout.h));
  for (let y = 0; y < bottom; y += 1)
    for (let x = 0; x + size.w <= columns; x += 1) {
      const box = { x, y, ...size };
      if (!widgets.some(({ layout }) => overlap(box, layout))) return box;
    }
  return { x: 0, y: bottom, ...size };
}
