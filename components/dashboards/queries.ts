"use client";

import {
  dehydrate,
  type DehydratedState,
  keepPreviousData,
  QueryClient,
  useQuery,
} from "@tanstack/react-query";
import { ApiError, fetchJson } from "@/components/figures/fetch-json";
import { fetchFigure, figureKeys } from "@/components/figures/figure-request";
import { isFigure } from "@/lib/dashboards/widgets";
import type { FigureWidget, WidgetDto } from "@/lib/dashboards/schemas";
import type { WidgetData } from "@/lib/dashboards/view/schemas";
import type { QuerySummary } from "@/lib/queries/schemas";
import { fetchWidget } from "./fetch-widgets";
import type { WidgetScene } from "./screen-types";

/** What the data of a widget depend on beside the widget itself. */
export type WidgetPlace = Pick<
  WidgetScene,
  "workspace" | "dashboardId" | "dataUrl" | "view" | "filters" | "hasDraftFilters"
>;

export const dashboardKeys = {
  widget: ({ workspace, view, filters }: WidgetPlace, { key, options, ...figure }: FigureWidget) => {
    const { queryId, visual, parameters } = figure;
    const drawn = figureKeys.model(workspace, { queryId, visual, parameters }, view.range);
    // What a widget was clicked for narrows the others only.
    const cross = view.cross.filter(({ widgetKey }) => widgetKey !== key);
    const isPlain = view.comparison === "none" && filters.fields.length === 0 && cross.length === 0;
    if (isPlain) return drawn;
    const { comparison, values } = view;
    return [
      ...drawn,
      { comparison, values, cross, fields: filters.fields, bindings: options.bindings },
    ] as const;
  },
  /** What the editor can choose from. */
  choices: (workspace: string) => ["dashboards", workspace, "queries"] as const,
};

type WidgetQuery = WidgetPlace & {
  widget: FigureWidget;
  /** What the server has stored under its key: nothing of it, its figure alone, or all its answer depends on. */
  stored: "nothing" | "figure" | "whole";
  /** False while it is out of sight: nothing is asked. */
  near: boolean;
};

/** The figure of one widget. A view that is being loaded leaves the one before in its place. */
export function useWidgetData({ widget, stored, near, ...place }: WidgetQuery) {
  const { key: widgetKey, queryId, visual, parameters } = widget;
  const { workspace, dashboardId, dataUrl, view, filters } = place;
  const under = { filters, view, bindings: widget.options.bindings };
  return useQuery({
    // Under filters that are tried out it is an answer of its own, also when they are saved as they are.
    queryKey: [...dashboardKeys.widget(place, widget), ...(place.hasDraftFilters ? ["draft"] : [])],
    enabled: near,
    queryFn: async ({ signal }): Promise<WidgetData> => {
      const asSaved = () => fetchWidget({ workspace, dashboardId, dataUrl, view, widgetKey }, signal);
      if (stored === "whole") return asSaved();
      const figure = { queryId, visual, parameters, range: view.range, under };
      return fetchFigure(workspace, figure, signal).catch((error: unknown) => {
        // A figure whose query the editor does not see was vouched for as it is saved, and stays so.
        const isUnseen = error instanceof ApiError && (error.status === 403 || error.status === 404);
        if (isUnseen && stored === "figure") return asSaved();
        throw error;
      });
    },
    placeholderData: keepPreviousData,
  });
}

export function useQueryChoices(workspace: string) {
  return useQuery({
    queryKey: dashboardKeys.choices(workspace),
    queryFn: ({ signal }): Promise<QuerySummary[]> =>
      fetchJson(`/api/v1/queries?workspace=${encodeURIComponent(workspace)}`, { signal }),
  });
}

/** What the server prepared for the first paint, in the form in which the query cache takes it over. */
export function firstPaintState(
  place: WidgetPlace,
  widgets: readonly WidgetDto[],
  data: Readonly<Record<string, WidgetData>>,
): DehydratedState {
  const client = new QueryClient();
  for (const widget of widgets.filter(isFigure)) {
    const ready = data[widget.key];
    if (ready) client.setQueryData(dashboardKeys.widget(place, widget), ready);
  }
  return dehydrate(client);
}
