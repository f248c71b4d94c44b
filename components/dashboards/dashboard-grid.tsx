"use client";

import { type CSSProperties, useRef } from "react";
import { inReadingOrder } from "@/lib/dashboards/layout";
import type { WidgetDto } from "@/lib/dashboards/schemas";
import { tabletLayout } from "@/lib/dashboards/tablet-layout";
import { cn } from "@/lib/utils/cn";
import { GAP, ROW_HEIGHT } from "./grid-size";
import { useNear } from "./reading/use-near";
import type { WidgetScene } from "./screen-types";
import { WidgetCard } from "./widget-card";

type Box = WidgetDto["layout"];
type DashboardGridProps = {
  widgets: readonly WidgetDto[];
  scene: WidgetScene;
  /** Keys of those the first paint shows; others wait until one scrolls near them. */
  inSight: ReadonlySet<string>;
};

/** The widgets of one section at their places, drawn by the server too: twelve columns, six on a tablet, one on a phone. */
export function DashboardGrid({ widgets, scene, inSight }: DashboardGridProps) {
  const onTablet = tabletLayout(widgets);
  return (
    <div className="@container">
      <div
        className="grid grid-cols-1 @2xl:auto-rows-(--row) @2xl:grid-cols-6 @4xl:grid-cols-12"
        style={{ gap: GAP, "--row": `${ROW_HEIGHT}px` } as CSSProperties}
      >
        {inReadingOrder(widgets).map((widget) => (
          <Cell
            key={widget.key}
            widget={widget}
            onTablet={onTablet.get(widget.key)}
            inSight={inSight.has(widget.key)}
            scene={scene}
          />
        ))}
      </div>
    </div>
  );
}

type CellProps = { widget: WidgetDto; onTablet: Box | undefined; inSight: boolean; scene: WidgetScene };

function Cell({ widget, onTablet = widget.layout, inSight, scene }: CellProps) {
  const cell = useRef<HTMLDivElement>(null);
  const near = useNear(cell, inSight);
  const { phone } = widget.options;
  return (
    <div
      ref={cell}
      style={
        {
          "--area": areaOf(widget.layout),
          "--tablet-area": areaOf(onTablet),
          "--height": `${rowsToPixels(phone.h ?? widget.layout.h)}px`,
        } as CSSProperties
      }
      className={cn(
        "h-(--height) min-w-0 @2xl:h-auto @2xl:[grid-area:var(--tablet-area)] @4xl:[grid-area:var(--area)]",
        phone.hidden && "hidden @2xl:block",
      )}
    >
      <WidgetCard widget={widget} scene={scene} near={near} />
    </div>
  );
}

const areaOf = ({ x, y, w, h }: Box): string => `${y + 1} / ${x + 1} / span ${h} / span ${w}`;

export function heightOf({ layout }: Pick<WidgetDto, "layout">): number {
  return rowsToPixels(layout.h);
}

function rowsToPixels(rows: number): number {
  return rows * ROW_HEIGHT + (rows - 1) * GAP;
}
