"use client";

import type { Place } from "@/components/figures/place";
import { RelativeTime } from "@/components/ui/relative-time";
import type { WidgetData } from "@/lib/dashboards/view/schemas";
import { useNow } from "../use-now";

type StaleMarkProps = {
  data: WidgetData;
  /** A newer answer was asked for and did not come. */
  isOld: boolean;
  refreshSeconds: number | null;
  place: Place;
};

/** After this many missed turns a figure that refreshes by itself is called old. */
const MISSED_TURNS = 2;

/** When the numbers are from, where they are older than one may expect. */
export function StaleMark({ data, isOld, refreshSeconds, place }: StaleMarkProps) {
  const now = useNow(data.asOf);
  const ageSeconds = (now.getTime() - Date.parse(data.asOf)) / 1000;
  const isLate = refreshSeconds !== null && ageSeconds > Math.max(60, MISSED_TURNS * refreshSeconds);
  if (!isOld && !isLate) return null;
  return (
    <span className="shrink-0 text-xs text-warn">
      as of <RelativeTime at={data.asOf} {...place} />
    </span>
  );
}
