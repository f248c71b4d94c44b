import type { QuerySummary } from "@/lib/queries/schemas";

export const SHELVES = ["all", "mine", "favourites", "templates"] as const;
export type Shelf = (typeof SHELVES)[number];

export type QueryFilters = { q: string; category: string; tag: string; source: string; shelf: Shelf };

/** Queries of the shelf, category, tag and source that hold every word in their name, description, category or tags. */
export function filterQueries(
  queries: readonly QuerySummary[],
  { q, category, tag, source, shelf }: QueryFilters,
  /** User id of the reader. */
  me: string,
): QuerySummary[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  return queries.filter((query) => {
    if (!isOnShelf(query, shelf, me)) return false;
    if (category !== "" && query.category !== category) return false;
    if (tag !== "" && !query.tags.includes(tag)) return false;
    if (source !== "" && query.dataSourceId !== source) return false;
    const text = [query.name, query.description, query.category, query.ownerName, ...query.tags]
      .join(" ")
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

function isOnShelf(query: QuerySummary, shelf: Shelf, me: string): boolean {
  if (shelf === "mine") return query.ownerId === me;
  if (shelf === "favourites") return query.isFavourite;
  if (shelf === "templates") return query.isTemplate;
  return true;
}

export const ORDERS = ["name", "used", "run", "changed"] as const;
export type Order = (typeof ORDERS)[number];

/** A copy in the order; favourites are not moved, so that a list stays where it was when one is marked. */
export function sortQueries(queries: readonly QuerySummary[], order: Order): QuerySummary[] {
  const byName = (a: QuerySummary, b: QuerySummary) => a.name.localeCompare(b.name);
  const compare = {
    name: byName,
    used: (a: QuerySummary, b: QuerySummary) => b.usageCount - a.usageCount || byName(a, b),
    run: (a: QuerySummary, b: QuerySummary) =>
      (b.lastRunAt ?? "").localeCompare(a.lastRunAt ?? "") || byName(a, b),
    changed: (a: QuerySummary, b: QuerySummary) => b.updatedAt.localeCompare(a.updatedAt) || byName(a, b),
  }[order];
  return [...queries].sort(compare);
}
