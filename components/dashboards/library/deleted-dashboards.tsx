"use client";

import { Bin } from "@/components/library/bin";
import type { DashboardDto, DashboardIdInput, DeletedDashboard } from "@/lib/dashboards/schemas";
import type { ServerAction } from "@/lib/http/action-result";

type DeletedDashboardsProps = {
  slug: string;
  place: { zone: string; locale: string };
  /** ISO 8601. */
  now: string;
  dashboards: readonly DeletedDashboard[];
  restore: ServerAction<DashboardIdInput, DashboardDto>;
};

/** Deleted dashboards that one may put back, and whose they are. */
export function DeletedDashboards({ slug, place, now, dashboards, restore }: DeletedDashboardsProps) {
  return (
    <Bin
      label="Deleted dashboards"
      heads={{ name: "Dashboard", detail: "Owner" }}
      emptyText="Dashboards that you may put back wait here after they are deleted."
      place={place}
      now={now}
      things={dashboards.map((dashboard) => ({ ...dashboard, detail: dashboard.ownerName ?? "Nobody" }))}
      path={`/${slug}/dashboards`}
      restore={(dashboardId) => restore({ dashboardId })}
    />
  );
}
