"use client";

import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { isFigure } from "@/lib/dashboards/widgets";
import type { WidgetDto } from "@/lib/dashboards/schemas";
import { MIN_AGE_SECONDS } from "@/lib/dashboards/view/min-age";
import { fetchWidget } from "../fetch-widgets";
import { dashboardKeys, type WidgetPlace } from "../queries";
import { dueTurns, type Turn, untilNextTurn } from "./refresh-turns";

type Refreshed = { place: WidgetPlace; widgets: readonly WidgetDto[]; refreshSeconds: number | null };

const MAX_JITTER = 0.1;

/**
 * Reads the widgets in sight anew when their time has come, those of one moment in one request. A page that nobody
 * sees, or without a connection, waits; what was missed is read when it is back.
 */
export function useAutoRefresh(refreshed: Refreshed): void {
  const client = useQueryClient();
  const latest = useRef(refreshed);
  const [jitter] = useState(() => (Math.random() * 2 - 1) * MAX_JITTER);

  // Outside system: the page's state, as the clock finds it.
  useEffect(() => {
    latest.current = refreshed;
  });

  const isOn = refreshed.refreshSeconds !== null || refreshed.widgets.some(hasOwnTime);
  // Outside system: the clock, the page's visibility, the connection.
  useEffect(() => {
    if (!isOn) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tick = () => {
      clearTimeout(timer);
      if (document.hidden || !navigator.onLine) return;
      const turns = turnsOf(client, latest.current);
      const due = dueTurns(turns, jitter, Date.now());
      if (due) void refresh(client, latest.current, due.keys, due.maxAgeSeconds);
      timer = setTimeout(tick, Math.max(1_000, untilNextTurn(turns, jitter, Date.now()) ?? 30_000));
    };
    tick();
    document.addEventListener("visibilitychange", tick);
    window.addEventListener("online", tick);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", tick);
      window.removeEventListener("online", tick);
    };
  }, [client, isOn, jitter]);
}

/** Reads everything in sight anew, past what is kept, for whoever asks for it. */
export function useRefresh(refreshed: Refreshed): { refresh: () => void; isRefreshing: boolean } {
  const client = useQueryClient();
  const [running, setRunning] = useState(0);
  return {
    isRefreshing: running > 0,
    refresh() {
      setRunning((count) => count + 1);
      const keys = turnsOf(client, refreshed).map(({ key }) => key);
      void refresh(client, refreshed, keys, MIN_AGE_SECONDS).finally(() => setRunning((count) => count - 1));
    },
  };
}

const hasOwnTime = ({ options }: WidgetDto): boolean => options.refreshSeconds !== null;

/** Of the widgets that are drawn. */
function turnsOf(client: QueryClient, { place, widgets, refreshSeconds }: Refreshed): Turn[] {
  return widgets.filter(isFigure).flatMap((widget) => {
    const query = client.getQueryCache().find({ queryKey: dashboardKeys.widget(place, widget) });
    if (!query?.isActive() || query.state.fetchStatus === "fetching") return [];
    const { dataUpdatedAt, errorUpdatedAt } = query.state;
    const lastAt = Math.max(dataUpdatedAt, errorUpdatedAt);
    return [{ key: widget.key, everySeconds: widget.options.refreshSeconds ?? refreshSeconds, lastAt }];
  });
}

async function refresh(
  client: QueryClient,
  { place, widgets }: Refreshed,
  keys: readonly string[],
  maxAgeSeconds: number,
): Promise<void> {
  const { workspace, dashboardId, view } = place;
  const asked = widgets.filter(isFigure).filter(({ key }) => keys.includes(key));
  await Promise.allSettled(
    asked.map((widget) =>
      client.fetchQuery({
        queryKey: dashboardKeys.widget(place, widget),
        queryFn: ({ signal }) =>
          fetchWidget({ workspace, dashboardId, view, widgetKey: widget.key, maxAgeSeconds }, signal),
        staleTime: 0,
        retry: false,
      }),
    ),
  );
}
