/** Which dashboards of the list are shown, and in which order. Pure. */
import type { DashboardSummary } from "@/lib/dashboards/schemas";

export const SHELVES = ["all", "mine", "favourites"] as const;
export type Shelf = (typeof SHELVES)[number];
export const ORDERS = ["recent", "name", "used", "changed"] as const;
export type Order = (typeof ORDERS)[number];

export type DashboardListFilters = { q: string; shelf: Shelf; type: string; tag: string };

/** Those of the shelf, type and tag that hold every word in their name, description, tags or owner's name. */
export function filterDashboards(
  dashboards: readonly DashboardSummary[],
  { q, shelf, type, tag }: DashboardListFilters,
  /** User id of the reader. */
  me: string,
): DashboardSummary[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  return dashboards.filter((dashboard) => {
    if (shelf === "mine" && dashboard.ownerId !== me) return false;
    if (shelf === "favourites" && !dashboard.isFavourite) return false;
    if (type !== "" && dashboard.type !== type) return false;
    if (tag !== "" && !dashboard.tags.includes(tag)) return false;
    const { name, description, ownerName, tags } = dashboard;
    const text = [name, description, ownerName, ...tags].join(" ").toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** A copy in the order; "recent" is what the reader opened last, then what was used or changed last. */
export function sortDashboards(dashboards: readonly DashboardSummary[], order: Order): DashboardSummary[] {
  const byName = (a: DashboardSummary, b: DashboardSummary) => a.name.localeCompare(b.name);
  const compare = {
    recent: (a: DashboardSummary, b: DashboardSummary) =>
      (b.openedAt ?? "").localeCompare(a.openedAt ?? "") || lastOf(b).localeCompare(lastOf(a)),
    name: byName,
    used: (a: DashboardSummary, b: DashboardSummary) => b.usageCount - a.usageCount || byName(a, b),
    changed: (a: DashboardSummary, b: DashboardSummary) =>
      b.updatedAt.localeCompare(a.updatedAt) || byName(a, b),
  }[order];
  return [...dashboards].sort(compare);
}

const lastOf = ({ lastUsedAt, updatedAt }: DashboardSummary): string => lastUsedAt ?? updatedAt;
