"use client";

import type { CSSProperties } from "react";
import { inReadingOrder } from "@/lib/dashboards/layout";
import type { WidgetDto } from "@/lib/dashboards/schemas";
import { cn } from "@/lib/utils/cn";
import { GAP, ROW_HEIGHT } from "./grid-size";
import type { WidgetScene } from "./screen-types";
import { WidgetCard } from "./widget-card";

type DashboardGridProps = { widgets: readonly WidgetDto[]; scene: WidgetScene };

/** The widgets at their places, drawn by the server too; one column where there is little room. */
export function DashboardGrid({ widgets, scene }: DashboardGridProps) {
  return (
    <div className="@container">
      <div
        className="grid grid-cols-1 @2xl:auto-rows-(--row) @2xl:grid-cols-12"
        style={{ gap: GAP, "--row": `${ROW_HEIGHT}px` } as CSSProperties}
      >
        {inReadingOrder(widgets).map((widget) => (
          <div key={widget.key} style={placeOf(widget)} className={cn(cellClasses, "min-w-0")}>
            <WidgetCard widget={widget} scene={scene} />
          </div>
        ))}
      </div>
    </div>
  );
}

const cellClasses = "h-(--height) @2xl:h-auto @2xl:[grid-area:var(--area)]";

export function heightOf({ layout }: WidgetDto): number {
  return layout.h * ROW_HEIGHT + (layout.h - 1) * GAP;
}

function placeOf(widget: WidgetDto): CSSProperties {
  const { x, y, w, h } = widget.layout;
  return {
    "--area": `${y + 1} / ${x + 1} / span ${h} / span ${w}`,
    "--height": `${heightOf(widget)}px`,
  } as CSSProperties;
}
