/** Groups of filters as a tree; a place in it is the path of positions from the outermost group. Pure. */
import type { Filter, FilterGroup } from "@/lib/queries/builder/schema";

export type FilterPath = readonly number[];
type Item = Filter | FilterGroup;

/** Groups may hold groups, three deep. */
export const DEEPEST_GROUP = 3;

/** The item at the path; null when there is none. The empty path is the group itself. */
export function itemAt(group: FilterGroup, path: FilterPath): Item | null {
  const [first, ...rest] = path;
  if (first === undefined) return group;
  const item = group.items[first];
  if (!item) return null;
  if (rest.length === 0) return item;
  return item.kind === "group" ? itemAt(item, rest) : null;
}

/** Adds at the end of the group at `path`. */
export function addItem(group: FilterGroup, path: FilterPath, item: Item): FilterGroup {
  return changeGroup(group, path, (found) => ({ ...found, items: [...found.items, item] }));
}

export function replaceItem(group: FilterGroup, path: FilterPath, item: Item): FilterGroup {
  const { parent, index } = split(path);
  return changeGroup(group, parent, (found) => ({
    ...found,
    items: found.items.map((entry, at) => (at === index ? item : entry)),
  }));
}

/** Removes the item at `path`; a group that is left empty goes with it. */
export function removeItem(group: FilterGroup, path: FilterPath): FilterGroup {
  const { parent, index } = split(path);
  const after = changeGroup(group, parent, (found) => ({
    ...found,
    items: found.items.filter((_entry, at) => at !== index),
  }));
  const emptied = itemAt(after, parent);
  return parent.length > 0 && emptied?.kind === "group" && emptied.items.length === 0
    ? removeItem(after, parent)
    : after;
}

export function setMatch(group: FilterGroup, path: FilterPath, match: FilterGroup["match"]): FilterGroup {
  return changeGroup(group, path, (found) => ({ ...found, match }));
}

/** Every condition, in reading order. */
export function filtersOf(group: FilterGroup): Filter[] {
  return group.items.flatMap((item) => (item.kind === "group" ? filtersOf(item) : [item]));
}

/** The conditions that pass; groups left empty are dropped. */
export function keepFilters(group: FilterGroup, keeps: (filter: Filter) => boolean): FilterGroup {
  const items = group.items.flatMap((item): Item[] => {
    if (item.kind === "filter") return keeps(item) ? [item] : [];
    const kept = keepFilters(item, keeps);
    return kept.items.length > 0 ? [kept] : [];
  });
  return { ...group, items };
}

function changeGroup(
  group: FilterGroup,
  path: FilterPath,
  change: (group: FilterGroup) => FilterGroup,
): FilterGroup {
  const [first, ...rest] = path;
  if (first === undefined) return change(group);
  return {
    ...group,
    items: group.items.map((item, at) =>
      at === first && item.kind === "group" ? changeGroup(item, rest, change) : item,
    ),
  };
}

function split(path: FilterPath): { parent: FilterPath; index: number } {
  const index = path.at(-1);
  if (index === undefined) throw new Error("The outermost group has no place in another.");
  return { parent: path.slice(0, -1), index };
}
