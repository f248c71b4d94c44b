"use client";

import {
  dehydrate,
  type DehydratedState,
  keepPreviousData,
  QueryClient,
  useQuery,
} from "@tanstack/react-query";
import { fetchJson } from "@/components/figures/fetch-json";
import { fetchFigure, figureKeys } from "@/components/figures/queries";
import type { WidgetData, WidgetDto } from "@/lib/dashboards/schemas";
import type { QuerySummary } from "@/lib/queries/schemas";
import { encodeRange } from "@/lib/time/range-param";
import type { RangeChoice } from "@/lib/time/ranges";

export const dashboardKeys = {
  widget: (workspace: string, { queryId, visual, parameters }: WidgetDto, range: RangeChoice) =>
    figureKeys.model(workspace, { queryId: queryId ?? "", visual, parameters }, range),
  /** What the editor can choose from. */
  choices: (workspace: string) => ["dashboards", workspace, "queries"] as const,
};

type WidgetQuery = {
  workspace: string;
  dashboardId: string;
  widget: WidgetDto;
  range: RangeChoice;
  /** False while the widget differs from what the server has stored under its key. */
  stored: boolean;
};

/** The figure of one widget. A range that is being loaded leaves the one before in its place. */
export function useWidgetData({ workspace, dashboardId, widget, range, stored }: WidgetQuery) {
  const { key, queryId, visual, parameters } = widget;
  return useQuery({
    queryKey: dashboardKeys.widget(workspace, widget, range),
    enabled: queryId !== null,
    queryFn: ({ signal }): Promise<WidgetData> => {
      if (!stored && queryId !== null)
        return fetchFigure(workspace, { queryId, visual, parameters, range }, signal);
      const query = new URLSearchParams({ workspace, range: encodeRange(range) });
      return fetchJson(`/api/v1/dashboards/${dashboardId}/widgets/${key}/data?${query}`, { signal });
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
  workspace: string,
  widgets: readonly WidgetDto[],
  range: RangeChoice,
  data: Readonly<Record<string, WidgetData>>,
): DehydratedState {
  const client = new QueryClient();
  for (const widget of widgets) {
    const ready = data[widget.key];
    if (ready) client.setQueryData(dashboardKeys.widget(workspace, widget, range), ready);
  }
  return dehydrate(client);
}
