"use client";

import { SearchBox } from "@/components/forms/search-box";
import { FilterBar, FilterChoice, OrderChoice } from "@/components/library/filter-bar";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { type DashboardSummary, DashboardType } from "@/lib/dashboards/schemas";
import { type DashboardListFilters, ORDERS, type Order, SHELVES, type Shelf } from "./filter-dashboards";
import { TYPE_WORDS } from "./type-words";

type ListFiltersProps = {
  dashboards: readonly DashboardSummary[];
  filters: DashboardListFilters & { sort: Order };
  onChange: (changes: Partial<DashboardListFilters & { sort: Order }>) => void;
};

const SHELF_WORDS = { all: "All", mine: "Mine", favourites: "Favourites" } as const satisfies Record<
  Shelf,
  string
>;
const ORDER_WORDS = {
  recent: "Recent first",
  name: "By name",
  used: "Most used first",
  changed: "Last changed first",
} as const satisfies Record<Order, string>;

/** By shelf, words, type and tag, and in which order. */
export function ListFilters({ dashboards, filters, onChange }: ListFiltersProps) {
  const types = DashboardType.options.filter((type) => dashboards.some((one) => one.type === type));
  const tags = [...new Set(dashboards.flatMap((one) => one.tags))].sort();
  return (
    <FilterBar label="Dashboards">
      <SegmentedControl
        label="Shelf"
        value={filters.shelf}
        onValueChange={(shelf) => onChange({ shelf })}
        options={SHELVES.map((value) => ({ value, label: SHELF_WORDS[value] }))}
      />
      <SearchBox
        className="w-full sm:w-64"
        label="Search dashboards"
        value={filters.q}
        onChange={(words) => onChange({ q: words })}
      />
      <FilterChoice
        label="Type"
        all="All types"
        value={filters.type}
        options={types.map((type) => [type, TYPE_WORDS[type].label])}
        onChange={(type) => onChange({ type })}
      />
      <FilterChoice
        label="Tag"
        all="All tags"
        value={filters.tag}
        options={tags.map((tag) => [tag, tag])}
        onChange={(tag) => onChange({ tag })}
      />
      <OrderChoice
        value={filters.sort}
        options={ORDERS.map((value) => ({ value, label: ORDER_WORDS[value] }))}
        onChange={(sort) => onChange({ sort })}
      />
    </FilterBar>
  );
}
