/** The rows of a pivot: groups within groups, each with the source rows it is computed from. */
import { comparePlaces, type PivotDimension, type PivotPlace, placeKey } from "@/lib/charts/pivot-axis";
import type { Cell } from "@/lib/charts/types";

export type PivotGroup = {
  place: PivotPlace;
  rows: (readonly Cell[])[];
  /** Empty on the innermost level. */
  groups: PivotGroup[];
};

/** One printed row: its path of places from the outermost group, and the source rows behind it. */
export type PivotRow = { path: PivotPlace[]; rows: readonly (readonly Cell[])[]; isGroup: boolean };

export type GroupOrder = (a: PivotGroup, b: PivotGroup) => number;

export function groupRows(
  rows: readonly (readonly Cell[])[],
  dimensions: readonly PivotDimension[],
  order: GroupOrder,
): PivotGroup[] {
  const [dimension, ...inner] = dimensions;
  if (!dimension) return [];
  const groups = new Map<string, PivotGroup>();
  for (const row of rows) {
    const key = placeKey(row, dimension.column);
    const known = groups.get(key);
    if (known) known.rows.push(row);
    else {
      const place = dimension.places.get(key) ?? { key, label: key, order: null, raw: key };
      groups.set(key, { place, rows: [row], groups: [] });
    }
  }
  return [...groups.values()]
    .map((group) => ({ ...group, groups: groupRows(group.rows, inner, order) }))
    .sort(order);
}

export function orderByName(locale: string): GroupOrder {
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: "base" });
  return (a, b) => comparePlaces(a.place, b.place, collator);
}

/** Largest first; groups without a value last. */
export function orderByValue(valueOf: (group: PivotGroup) => number | null): GroupOrder {
  const values = new Map<PivotGroup["rows"], number | null>();
  const read = (group: PivotGroup) => {
    if (!values.has(group.rows)) values.set(group.rows, valueOf(group));
    return values.get(group.rows) ?? null;
  };
  return (a, b) => {
    const [left, right] = [read(a), read(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return right - left;
  };
}

/** Every group before what is in it. */
export function flattenGroups(groups: readonly PivotGroup[], path: PivotPlace[] = []): PivotRow[] {
  return groups.flatMap((group) => {
    const here = [...path, group.place];
    const row = { path: here, rows: group.rows, isGroup: group.groups.length > 0 };
    return [row, ...flattenGroups(group.groups, here)];
  });
}
