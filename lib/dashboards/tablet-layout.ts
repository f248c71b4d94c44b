import { firstFreePlace, type GridBox, inReadingOrder } from "@/lib/dashboards/layout";

/** A tablet shows half as many columns as a desk; each is then about as wide. */
export const TABLET_COLUMNS = 6;

/**
 * Where widgets stand in `TABLET_COLUMNS` columns, by key: in reading order, each in the first place it fits into. What
 * took up more than half a row takes a whole one, so that figures keep the width they were made for.
 */
export function tabletLayout(
  widgets: readonly { key: string; layout: GridBox }[],
): ReadonlyMap<string, GridBox> {
  const placed: { key: string; layout: GridBox }[] = [];
  for (const { key, layout } of inReadingOrder(widgets)) {
    const w = layout.w > TABLET_COLUMNS / 2 ? TABLET_COLUMNS : Math.max(2, layout.w);
    placed.push({ key, layout: firstFreePlace(placed, { w, h: layout.h }, TABLET_COLUMNS) });
  }
  return new Map(placed.map(({ key, layout }) => [key, layout]));
}
