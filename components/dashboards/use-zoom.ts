"use client";

import { useState } from "react";
import type { DayRange } from "@/lib/charts/zoom-range";
import type { DashboardView } from "@/lib/dashboards/schemas";
import { sameRange } from "@/lib/time/range-param";
import type { RangeChoice } from "@/lib/time/ranges";
import type { ViewState } from "./use-dashboard-view";

type Zoom = { from: RangeChoice; to: RangeChoice };

/** Narrows the dashboard to the days that were marked on a chart, and brings back the period before, step by step. */
export function useZoom({ view, setView }: ViewState): {
  zoomIn: (days: DayRange) => void;
  zoomOut: (() => void) | null;
} {
  const [zooms, setZooms] = useState<readonly Zoom[]>([]);
  const last = zooms.at(-1);
  // A period that was chosen since is nobody's zoom.
  const isZoomed = last !== undefined && sameRange(last.to, view.range);
  return {
    zoomIn(days) {
      const to = { kind: "absolute", ...days } as const;
      if (sameRange(to, view.range)) return;
      setZooms([...(isZoomed ? zooms : []), { from: view.range, to }]);
      setView({ ...view, range: to });
    },
    zoomOut: isZoomed
      ? () => {
          setZooms(zooms.slice(0, -1));
          setView({ ...view, range: last.from } satisfies DashboardView);
        }
      : null,
  };
}
