"use client";

import { notifyManager, useQueryClient } from "@tanstack/react-query";
import { RotateCw } from "lucide-react";
import { useCallback, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import { isFigure } from "@/lib/dashboards/widgets";
import type { WidgetDto } from "@/lib/dashboards/schemas";
import type { WidgetData } from "@/lib/dashboards/view/schemas";
import { dashboardKeys, type WidgetPlace } from "../queries";
import type { WidgetScene } from "../screen-types";
import { useAutoRefresh, useRefresh } from "./use-refresh";

type RefreshButtonProps = { scene: WidgetScene; widgets: readonly WidgetDto[] };

/** When the numbers are from, and the means to have newer ones. Keeps them new where the dashboard says so. */
export function RefreshButton({ scene, widgets }: RefreshButtonProps) {
  const refreshed = { place: scene, widgets, refreshSeconds: scene.refreshSeconds };
  useAutoRefresh(refreshed);
  const { refresh, isRefreshing } = useRefresh(refreshed);
  const asOf = useOldest(scene, widgets);
  return (
    <span className="flex items-center gap-1">
      {asOf ? (
        <span className="text-13 text-ink-2">
          as of <RelativeTime at={asOf} {...scene.place} />
        </span>
      ) : null}
      <Button variant="ghost" size="icon" aria-label="Refresh" loading={isRefreshing} onClick={refresh}>
        <RotateCw aria-hidden />
      </Button>
    </span>
  );
}

/** ISO 8601: the oldest answer in sight. */
function useOldest(place: WidgetPlace, widgets: readonly WidgetDto[]): string | null {
  const cache = useQueryClient().getQueryCache();
  // After the render in which a query comes to be, not during it.
  const subscribe = useCallback(
    (listener: () => void) => cache.subscribe(notifyManager.batchCalls(listener)),
    [cache],
  );
  const read = () =>
    widgets
      .filter(isFigure)
      .map(
        (widget) =>
          cache.find<WidgetData>({ queryKey: dashboardKeys.widget(place, widget) })?.state.data?.asOf,
      )
      .filter((asOf) => asOf !== undefined)
      .sort()[0] ?? null;
  return useSyncExternalStore(subscribe, read, () => null);
}
