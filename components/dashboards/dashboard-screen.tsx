"use client";

import { HydrationBoundary } from "@tanstack/react-query";
import { parseAsBoolean, useQueryState } from "nuqs";
import { lazy, type ReactNode, Suspense, useMemo, useState } from "react";
import type { Place } from "@/components/figures/place";
import { useUnsavedWarning } from "@/components/forms/use-unsaved-warning";
import { Badge } from "@/components/ui/badge";
import { MoreButton } from "@/components/ui/more-button";
import { onDemand } from "@/components/ui/on-demand";
import { openedOnDemand } from "@/components/ui/opened-on-demand";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { StoredDraft } from "@/lib/dashboards/drafts/schemas";
import type { DashboardDto, DashboardFilters, DashboardView } from "@/lib/dashboards/schemas";
import { filterWords } from "@/lib/dashboards/view/filter-words";
import type { WidgetData } from "@/lib/dashboards/view/schemas";
import { formatDate } from "@/lib/format/dates";
import { ExportButton } from "./exports/export-button";
import type { ExportTarget } from "./exports/export-dialog";
import { FiltersBar } from "./filters/filters-bar";
import { FavouriteButton } from "./library/favourite-button";
import { RefreshButton } from "./live/refresh-button";
import { periodDays, periodName } from "./period-words";
import { firstPaintState } from "./queries";
import { ReadingView } from "./reading/reading-view";
import type { DashboardActions, WidgetScene } from "./screen-types";
import { useDashboardView } from "./use-dashboard-view";
import { useKeptDraft } from "./drafts/use-kept-draft";
import { useDraft } from "./use-draft";
import { useNow } from "./use-now";
import { useZoom } from "./use-zoom";

// Editing brings the grid library and the forms; people who read do not wait for them.
const DashboardEditor = lazy(() => import("./dashboard-editor"));
const DashboardMenu = openedOnDemand("menu", async () => (await import("./dashboard-menu")).DashboardMenu);
const ExportDialog = onDemand(async () => (await import("./exports/export-dialog")).ExportDialog);

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
  userId: string;
  /** Whether this person has saved filters as their default. */
  hasOwnView: boolean;
  /** What this person changed earlier and did not save. */
  draft: StoredDraft | null;
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
  const [wantsEdit, setEditing] = useQueryState("edit", parseAsBoolean.withDefault(false));
  const now = useNow(props.now);
  const hydrated = useHydrated();
  const draft = useDraft(dashboard, props.draft);
  const isEditing = wantsEdit && can.edit && hydrated;
  // Who edits sees the figures as they will stand under the filters of the draft.
  const filters = isEditing ? draft.draft.filters : dashboard.filters;
  const { view, setView } = useDashboardView(filters);
  const { zoomIn, zoomOut } = useZoom({ view, setView });
  const kept = useKeptDraft(
    { workspace: workspace.slug, dashboardId: dashboard.id, userId: props.userId, stored: props.draft },
    draft,
  );
  const [exported, setExported] = useState<ExportTarget | undefined>(undefined);
  useUnsavedWarning(draft.dirty);
  const { zone, locale, weekStartsOn } = workspace;
  const place = useMemo(() => ({ zone, locale, weekStartsOn }), [zone, locale, weekStartsOn]);
  // The same for as long as nothing in it changes: widgets that are edited are not rendered anew for their neighbours.
  const scene = useMemo(
    (): WidgetScene => ({
      workspace: workspace.slug,
      dashboardId: dashboard.id,
      view,
      filters,
      hasDraftFilters: filters !== dashboard.filters && !isSameFilters(filters, dashboard.filters),
      refreshSeconds: dashboard.settings.refreshSeconds,
      reading: null,
      place,
      variables: {
        period: periodDays(view.range, now, place) || periodName(view.range, place),
        today: formatDate(now, place),
        filters: filterWords(filters, view, place),
      },
      stored: new Map(dashboard.widgets.map((widget) => [widget.key, widget])),
    }),
    [workspace.slug, dashboard, filters, view, place, now],
  );
  // The lists of filters are asked for by their names, which the server must know.
  const known = filters.fields.filter((field) =>
    isSameFilters(field, fieldNamed(dashboard.filters, field.name)),
  );
  const isAllKnown = known.length === filters.fields.length;
  const choosable = isAllKnown ? scene : { ...scene, filters: { ...filters, fields: known } };
  const filter = <FiltersBar scene={choosable} setView={setView} now={now} onZoomOut={zoomOut} />;
  const reading = { setView, zoomIn: dashboard.filters.isRangeLocked ? null : zoomIn };

  const readingView = (
    <ReadingView
      dashboard={dashboard}
      scene={{ ...scene, reading, onExport: setExported }}
      tools={
        <>
          <FavouriteButton dashboard={dashboard} setFavourite={props.actions.own.setFavourite} />
          <RefreshButton scene={scene} widgets={dashboard.widgets} />
          <DashboardMenu
            trigger={<MoreButton about="this dashboard" size="icon" />}
            dashboard={dashboard}
            can={can}
            actions={props.actions}
            workspace={workspace.slug}
            place={place}
            view={view}
            setView={setView}
            hasOwnView={props.hasOwnView}
            onRestored={onSaved}
          />
          {dashboard.widgets.length > 0 ? <ExportButton onOpen={() => setExported(null)} /> : null}
        </>
      }
      status={
        can.edit && hydrated && draft.dirty ? <Badge tone="accent">Your draft, not saved</Badge> : undefined
      }
      action={props.pageActions}
      filters={filter}
      onEdit={can.edit ? () => void setEditing(true) : null}
    />
  );
  if (!isEditing)
    return (
      <>
        {readingView}
        {exported === undefined ? null : (
          <ExportDialog
            workspace={workspace.slug}
            locale={locale}
            dashboard={dashboard}
            view={view}
            widget={exported}
            request={props.actions.exportFile}
            onClose={() => setExported(undefined)}
          />
        )}
      </>
    );
  return (
    <Suspense fallback={readingView}>
      <DashboardEditor
        dashboard={dashboard}
        draft={draft}
        kept={kept}
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

const isSameFilters = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const fieldNamed = ({ fields }: DashboardFilters, name: string) =>
  fields.find((field) => field.name === name);
