"use client";

import { HydrationBoundary } from "@tanstack/react-query";
import { useMemo } from "react";
import type { PublicPage } from "@/lib/dashboards/links/schemas";
import { filterWords } from "@/lib/dashboards/view/filter-words";
import { formatDate } from "@/lib/format/dates";
import { cn } from "@/lib/utils/cn";
import { FiltersBar } from "../filters/filters-bar";
import { periodDays, periodName } from "../period-words";
import { firstPaintState } from "../queries";
import { DashboardBody } from "../reading/dashboard-body";
import type { WidgetScene } from "../screen-types";
import { useDashboardView } from "../use-dashboard-view";
import { useNow } from "../use-now";
import { useZoom } from "../use-zoom";
import { useForcedTheme } from "./use-forced-theme";

type SharedScreenProps = {
  page: PublicPage;
  /** Of this page; its data are below it. */
  path: string;
  /** Inside a page of another site, which says whose it is itself. */
  frame?: { theme: "light" | "dark" | undefined };
};

/** A dashboard to read for people without an account: the same figures, and nothing of the workspace around them. */
export function SharedScreen({ page, path, frame }: SharedScreenProps) {
  useForcedTheme(frame?.theme);
  const { dashboard, first } = page;
  const state = useMemo(
    () =>
      firstPaintState(
        { ...nowhere(path), filters: dashboard.filters, view: first.view },
        dashboard.widgets,
        first.data,
      ),
    [path, dashboard, first],
  );
  return (
    <HydrationBoundary state={state}>
      <SharedDashboard page={page} path={path} frame={frame} />
    </HydrationBoundary>
  );
}

/** Neither workspace nor dashboard is known here by id; the path says which figures are meant. */
const nowhere = (path: string) => ({
  workspace: path,
  dashboardId: "",
  dataUrl: `${path}/data`,
  optionsUrl: `${path}/options`,
  picturesUrl: `${path}/pictures`,
});

function SharedDashboard({ page, path, frame }: SharedScreenProps) {
  const { dashboard, place, publisher } = page;
  const { view, setView } = useDashboardView(dashboard.filters);
  const { zoomIn, zoomOut } = useZoom({ view, setView });
  const now = useNow(page.now);
  const scene: WidgetScene = {
    ...nowhere(path),
    view,
    filters: dashboard.filters,
    refreshSeconds: dashboard.settings.refreshSeconds,
    reading: { setView, zoomIn: dashboard.filters.isRangeLocked ? null : zoomIn },
    place,
    variables: {
      period: periodDays(view.range, now, place) || periodName(view.range, place),
      today: formatDate(now, place),
      filters: filterWords(dashboard.filters, view, place),
    },
    stored: new Map(dashboard.widgets.map((widget) => [widget.key, widget])),
  };
  return (
    <div
      className={cn(
        "mx-auto flex min-h-dvh w-full max-w-[100rem] flex-col gap-4 px-4 pb-6 md:px-7",
        frame ? "pt-4" : "pt-8",
      )}
    >
      <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h1 className={cn("font-serif text-ink", frame ? "text-xl" : "text-title font-[450]")}>
            {dashboard.name}
          </h1>
          {dashboard.description ? (
            <p className="mt-1 max-w-3xl text-sm text-pretty text-ink-2">{dashboard.description}</p>
          ) : null}
        </div>
      </header>
      <FiltersBar scene={scene} setView={setView} now={now} onZoomOut={zoomOut} />
      <main className="flex-1">
        <DashboardBody settings={dashboard.settings} widgets={dashboard.widgets} scene={scene} />
      </main>
      {frame ? null : (
        <footer className="border-t border-rule pt-3 text-xs text-ink-3">
          Shared by {publisher} with Broadsheet
        </footer>
      )}
    </div>
  );
}
