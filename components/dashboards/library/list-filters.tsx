"use client";

import { Search } from "lucide-react";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
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

export function ListFilters({ dashboards, filters, onChange }: ListFiltersProps) {
  const types = DashboardType.options.filter((type) => dashboards.some((one) => one.type === type));
  const tags = [...new Set(dashboards.flatMap((one) => one.tags))].sort();
  return (
    <div role="search" aria-label="Dashboards" className="flex flex-wrap items-center gap-3">
      <SegmentedControl
        label="Shelf"
        value={filters.shelf}
        onValueChange={(shelf) => onChange({ shelf })}
        options={SHELVES.map((value) => ({ value, label: SHELF_WORDS[value] }))}
      />
      <div className="relative w-full sm:w-64">
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-3"
        />
        <Input
          type="search"
          aria-label="Search dashboards"
          placeholder="Search dashboards"
          className="pl-9"
          value={filters.q}
          onChange={({ target }) => onChange({ q: target.value })}
        />
      </div>
      <Choice
        label="Type"
        all="All types"
        value={filters.type}
        options={types.map((type) => [type, TYPE_WORDS[type].label])}
        onChange={(type) => onChange({ type })}
      />
      <Choice
        label="Tag"
        all="All tags"
        value={filters.tag}
        options={tags.map((tag) => [tag, tag])}
        onChange={(tag) => onChange({ tag })}
      />
      <div className="min-w-40 flex-1 sm:ml-auto sm:flex-none">
        <NativeSelect
          aria-label="Order"
          value={filters.sort}
          onChange={({ target }) => onChange({ sort: ORDERS.find((order) => order === target.value) })}
        >
          {ORDERS.map((order) => (
            <option key={order} value={order}>
              {ORDER_WORDS[order]}
            </option>
          ))}
        </NativeSelect>
      </div>
    </div>
  );
}

type ChoiceProps = {
  label: string;
  all: string;
  value: string;
  options: [value: string, label: string][];
  onChange: (value: string) => void;
};

/** A choice among fewer than two is none. */
function Choice({ label, all, value, options, onChange }: ChoiceProps) {
  if (options.length < 2 && value === "") return null;
  return (
    <div className="min-w-32 flex-1 sm:flex-none">
      <NativeSelect aria-label={label} value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">{all}</option>
        {options.map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </NativeSelect>
    </div>
  );
}
