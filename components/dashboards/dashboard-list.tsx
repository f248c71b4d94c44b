"use client";

import { LayoutDashboard } from "lucide-react";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { DashboardSummary } from "@/lib/dashboards/schemas";
import { DashboardRow } from "./dashboard-row";
import { filterDashboards, ORDERS, SHELVES, sortDashboards } from "./library/filter-dashboards";
import { ListFilters } from "./library/list-filters";
import { NewDashboardDialog } from "./new-dashboard-dialog";
import type { DashboardActions } from "./screen-types";

export type DashboardListProps = {
  workspace: { slug: string; zone: string; locale: string };
  dashboards: readonly DashboardSummary[];
  /** User id of the reader. */
  me: string;
  /** ISO 8601: the server's now. */
  now: string;
  can: { create: boolean };
  actions: DashboardActions;
};

const FILTERS = {
  q: parseAsString.withDefault(""),
  shelf: parseAsStringLiteral(SHELVES).withDefault("all"),
  type: parseAsString.withDefault(""),
  tag: parseAsString.withDefault(""),
  sort: parseAsStringLiteral(ORDERS).withDefault("recent"),
};

/** Every dashboard one may see: found by its words, shelf, type and tags; what one opened last comes first. */
export function DashboardList({ workspace, dashboards, me, now, can, actions }: DashboardListProps) {
  const [filters, setFilters] = useQueryStates(FILTERS);
  const shown = sortDashboards(filterDashboards(dashboards, filters, me), filters.sort);

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
      <ListFilters
        dashboards={dashboards}
        filters={filters}
        onChange={(changes) => void setFilters(changes)}
      />
      {shown.length === 0 ? (
        <EmptyState
          size="card"
          title="Nothing found"
          description={
            filters.shelf === "favourites" && filters.q === ""
              ? "No favourites yet: mark a dashboard with its star."
              : filters.q
                ? `No dashboard has “${filters.q}” in its name, description, tags or owner's name.`
                : "No dashboard matches."
          }
          action={<Button onClick={() => void setFilters(null)}>Show all</Button>}
        />
      ) : (
        <ul className="grid gap-4 sm:grid-cols-2 2xl:grid-cols-3">
          {shown.map((dashboard) => (
            <DashboardRow
              key={dashboard.id}
              dashboard={dashboard}
              workspace={workspace}
              now={now}
              actions={actions}
            />
          ))}
        </ul>
      )}
    </>
  );
}
