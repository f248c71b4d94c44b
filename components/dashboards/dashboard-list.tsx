"use client";

import { LayoutDashboard, Search } from "lucide-react";
import { parseAsString, parseAsStringLiteral, useQueryState } from "nuqs";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Input } from "@/components/ui/input";
import { SegmentedControl } from "@/components/ui/segmented-control";
import type { DashboardSummary } from "@/lib/dashboards/schemas";
import { DashboardRow } from "./dashboard-row";
import { NewDashboardDialog } from "./new-dashboard-dialog";
import type { DashboardActions } from "./screen-types";

export type DashboardListProps = {
  workspace: { slug: string; zone: string; locale: string };
  dashboards: readonly DashboardSummary[];
  /** ISO 8601: the server's now. */
  now: string;
  can: { create: boolean; remove: boolean };
  actions: DashboardActions;
};

const ORDERS = ["recent", "name"] as const;
type Order = (typeof ORDERS)[number];

/** Every dashboard one may see: found by its words, the recently used ones first. */
export function DashboardList({ workspace, dashboards, now, can, actions }: DashboardListProps) {
  const [search, setSearch] = useQueryState("q", parseAsString.withDefault(""));
  const [order, setOrder] = useQueryState("sort", parseAsStringLiteral(ORDERS).withDefault("recent"));
  const shown = ordered(
    dashboards.filter((dashboard) => matches(dashboard, search)),
    order,
  );

  if (dashboards.length === 0)
    return (
      <EmptyState
        icon={<LayoutDashboard />}
        title="No dashboards yet"
        description={
          can.create
            ? "A dashboard shows numbers, charts and tables of your queries at a glance, for any period."
            : "Nobody has made a dashboard in this workspace yet. An editor can."
        }
        action={
          can.create ? <NewDashboardDialog workspace={workspace.slug} create={actions.create} /> : undefined
        }
        example={
          <p>
            For example “Executive summary”: revenue, kept appointments and the no-show rate beside the month
            before, with revenue by month below.
          </p>
        }
      />
    );

  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div className="relative w-full sm:w-72">
          <Search
            aria-hidden
            className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-3"
          />
          <Input
            type="search"
            aria-label="Search dashboards"
            placeholder="Search dashboards"
            className="pl-9"
            value={search}
            onChange={({ target }) => void setSearch(target.value || null)}
          />
        </div>
        <SegmentedControl
          label="Order"
          value={order}
          onValueChange={(next) => void setOrder(next)}
          options={[
            { value: "recent", label: "Recent" },
            { value: "name", label: "Name" },
          ]}
        />
      </div>
      {shown.length === 0 ? (
        <EmptyState
          size="card"
          title="Nothing found"
          description={`No dashboard has “${search}” in its name or description.`}
          action={<Button onClick={() => void setSearch(null)}>Show all</Button>}
        />
      ) : (
        <ul className="grid gap-4 sm:grid-cols-2 2xl:grid-cols-3">
          {shown.map((dashboard) => (
            <DashboardRow
              key={dashboard.id}
              dashboard={dashboard}
              workspace={workspace}
              now={now}
              canRemove={can.remove}
              actions={actions}
            />
          ))}
        </ul>
      )}
    </>
  );
}

function matches({ name, description, ownerName }: DashboardSummary, search: string): boolean {
  const text = `${name} ${description} ${ownerName ?? ""}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** They arrive with the recent ones first. */
function ordered(dashboards: DashboardSummary[], order: Order): DashboardSummary[] {
  return order === "recent" ? dashboards : dashboards.sort((a, b) => a.name.localeCompare(b.name));
}
