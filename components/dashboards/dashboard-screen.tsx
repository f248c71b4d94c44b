"use client";

import { HydrationBoundary } from "@tanstack/react-query";
import { LayoutDashboard, Pencil } from "lucide-react";
import { parseAsBoolean, useQueryState } from "nuqs";
import { lazy, type ReactNode, Suspense, useMemo, useState } from "react";
import type { Place } from "@/components/figures/place";
import { useUnsavedWarning } from "@/components/forms/use-unsaved-warning";
import { PageBody } from "@/components/layout/page-body";
import { PageHeader } from "@/components/layout/page-header";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { DashboardDto, DashboardView } from "@/lib/dashboards/schemas";
import type { WidgetData } from "@/lib/dashboards/view/schemas";
import { DashboardGrid } from "./dashboard-grid";
import { DashboardMenu } from "./dashboard-menu";
import { FiltersBar } from "./filters/filters-bar";
import { RefreshButton } from "./live/refresh-button";
import { firstPaintState } from "./queries";
import type { DashboardActions, WidgetScene } from "./screen-types";
import { useDashboardView } from "./use-dashboard-view";
import { useDraft } from "./use-draft";
import { useNow } from "./use-now";
import { useZoom } from "./use-zoom";

// Editing brings the grid library and the forms; people who read do not wait for them.
const DashboardEditor = lazy(() => import("./dashboard-editor"));

export type DashboardScreenProps = {
  workspace: { slug: string } & Place;
  dashboard: DashboardDto;
  /** What the server could prepare for the first paint: which view, and figures by widget key. */
  first: { view: DashboardView; data: Readonly<Record<string, WidgetData>> };
  /** ISO 8601: the server's now. */
  now: string;
  can: { edit: boolean; create: boolean; remove: boolean };
  actions: DashboardActions;
  /** Further buttons of the page, e.g. "Make a report". */
  pageActions?: ReactNode;
};

/** A dashboard to read, and to edit for those who may. */
export function DashboardScreen(props: DashboardScreenProps) {
  const { workspace, first } = props;
  const [saved, setSaved] = useState<DashboardDto | null>(null);
  // The answer of a save arrives before the page that is drawn anew.
  const dashboard = saved && saved.version > props.dashboard.version ? saved : props.dashboard;
  const state = useMemo(() => {
    const { id: dashboardId, filters, widgets } = props.dashboard;
    const place = { workspace: workspace.slug, dashboardId, filters, view: first.view };
    return firstPaintState(place, widgets, first.data);
  }, [workspace.slug, props.dashboard, first]);
  return (
    <HydrationBoundary state={state}>
      {/* Another dashboard brings its own draft. */}
      <LoadedScreen key={dashboard.id} {...props} dashboard={dashboard} onSaved={setSaved} />
    </HydrationBoundary>
  );
}

type LoadedScreenProps = DashboardScreenProps & { onSaved: (dashboard: DashboardDto) => void };

function LoadedScreen(props: LoadedScreenProps) {
  const { workspace, dashboard, can, onSaved } = props;
  const { view, setView } = useDashboardView(dashboard.filters);
  const { zoomIn, zoomOut } = useZoom({ view, setView });
  const [wantsEdit, setEditing] = useQueryState("edit", parseAsBoolean.withDefault(false));
  const now = useNow(props.now);
  const hydrated = useHydrated();
  const draft = useDraft(dashboard);
  useUnsavedWarning(draft.dirty);
  const { zone, locale, weekStartsOn } = workspace;
  const place = { zone, locale, weekStartsOn };
  const scene: WidgetScene = {
    workspace: workspace.slug,
    dashboardId: dashboard.id,
    view,
    filters: dashboard.filters,
    refreshSeconds: dashboard.settings.refreshSeconds,
    reading: null,
    place,
    stored: new Map(dashboard.widgets.map((widget) => [widget.key, widget])),
  };
  const filter = <FiltersBar scene={scene} setView={setView} now={now} onZoomOut={zoomOut} />;
  const reading = { setView, zoomIn: dashboard.filters.isRangeLocked ? null : zoomIn };

  const readingView = (
    <ReadingView
      {...props}
      scene={{ ...scene, reading }}
      filter={filter}
      onEdit={() => void setEditing(true)}
    />
  );
  if (!(wantsEdit && can.edit && hydrated)) return readingView;
  return (
    <Suspense fallback={readingView}>
      <DashboardEditor
        dashboard={dashboard}
        draft={draft}
        scene={scene}
        now={now}
        filter={filter}
        actions={props.actions}
        canCreate={can.create}
        onSaved={onSaved}
        onOpen={() => void setEditing(true)}
        onClose={() => void setEditing(null)}
      />
    </Suspense>
  );
}

type ReadingViewProps = Omit<LoadedScreenProps, "now"> & {
  scene: WidgetScene;
  filter: ReactNode;
  onEdit: () => void;
};

function ReadingView({ dashboard, scene, filter, can, onEdit, ...props }: ReadingViewProps) {
  return (
    <>
      <PageHeader
        title={dashboard.name}
        description={dashboard.description || undefined}
        breadcrumbs={[{ label: "Dashboards", href: `/${scene.workspace}/dashboards` }]}
        secondaryActions={
          <>
            <RefreshButton scene={scene} widgets={dashboard.widgets} />
            <DashboardMenu
              dashboard={dashboard}
              can={can}
              actions={props.actions}
              workspace={scene.workspace}
            />
            {can.edit ? (
              <Button onClick={onEdit}>
                <Pencil aria-hidden />
                Edit
              </Button>
            ) : null}
          </>
        }
        action={props.pageActions}
      />
      <PageBody>
        {dashboard.widgets.length === 0 ? (
          <EmptyDashboard canEdit={can.edit} onEdit={onEdit} />
        ) : (
          <>
            {filter}
            <DashboardGrid widgets={dashboard.widgets} scene={scene} />
          </>
        )}
      </PageBody>
    </>
  );
}

function EmptyDashboard({ canEdit, onEdit }: { canEdit: boolean; onEdit: () => void }) {
  return (
    <EmptyState
      icon={<LayoutDashboard />}
      title="Nothing on it yet"
      description={
        canEdit
          ? "Add numbers, charts and tables from your queries, and drag them into place."
          : "Nobody has added a figure to this dashboard yet."
      }
      action={
        canEdit ? (
          <Button variant="primary" onClick={onEdit}>
            <Pencil aria-hidden />
            Start editing
          </Button>
        ) : undefined
      }
    />
  );
}
