"use client";

import type { WidgetDto } from "@/lib/dashboards/schemas";
import { StaleMark } from "../live/stale-mark";
import type { WidgetScene } from "../screen-types";
import { FixedPeriodMark } from "./fixed-period-mark";
import { NotFilteredMark } from "./not-filtered-mark";
import type { WidgetState } from "./widget-state";

type WidgetMarksProps = { widget: WidgetDto; scene: WidgetScene; state: WidgetState };

/** What must be known of a widget's numbers before they are read. */
export function WidgetMarks({ widget: { options }, scene, state: { data, isOld } }: WidgetMarksProps) {
  if (!data) return null;
  const refreshSeconds = options.refreshSeconds ?? scene.refreshSeconds;
  return (
    <>
      <StaleMark data={data} isOld={isOld} refreshSeconds={refreshSeconds} place={scene.place} />
      {data.followsPeriod ? null : <FixedPeriodMark />}
      <NotFilteredMark labels={data.notFiltered} />
    </>
  );
}
