"use client";

import { type CSSProperties, useRef } from "react";
import { ContentView } from "@/components/figures/content-view";
import { FigureView } from "@/components/figures/figure-view";
import type { PreviewWidget } from "@/lib/dashboards/templates/schemas";
import { cn } from "@/lib/utils/cn";
import { GAP, ROW_HEIGHT } from "../grid-size";
import { useNear } from "../reading/use-near";

type TemplatePreviewProps = {
  widgets: readonly PreviewWidget[];
  /** What it shows, for those who do not see it. */
  label: string;
};

/** Pixels of the page that is shown smaller. */
const PAGE_WIDTH = 1080;

/** A dashboard as it will look, drawn small: the same figures, out of reach of pointer and keyboard. */
export function TemplatePreview({ widgets, label }: TemplatePreviewProps) {
  const ref = useRef<HTMLDivElement>(null);
  const isNear = useNear(ref, false);
  const rows = Math.max(2, ...widgets.map(({ layout }) => layout.y + layout.h));
  const height = rows * (ROW_HEIGHT + GAP) - GAP;
  return (
    <div
      ref={ref}
      role="img"
      aria-label={label}
      className="@container w-full overflow-hidden rounded-md border border-rule bg-paper"
      style={{ aspectRatio: `${PAGE_WIDTH + 2 * GAP} / ${height + 2 * GAP}` }}
    >
      {isNear ? (
        <div
          inert
          className="grid origin-top-left grid-cols-12"
          style={
            {
              width: PAGE_WIDTH + 2 * GAP,
              padding: GAP,
              gap: GAP,
              gridAutoRows: ROW_HEIGHT,
              scale: `calc(100cqw / ${PAGE_WIDTH + 2 * GAP}px)`,
            } as CSSProperties
          }
        >
          {widgets.map((widget, index) => (
            <PreviewFigure key={index} {...widget} />
          ))}
        </div>
      ) : null}
    </div>
  );
}

function PreviewFigure({ layout: { x, y, w, h }, title, model, content, note }: PreviewWidget) {
  return (
    <div
      className={cn(
        "flex min-h-0 min-w-0 flex-col rounded-lg border px-4 py-3",
        // Words stand on the page as they do on a dashboard.
        content?.kind === "text" ? "border-transparent" : "border-rule bg-card",
      )}
      style={{ gridArea: `${y + 1} / ${x + 1} / span ${h} / span ${w}` }}
    >
      {title ? <p className="truncate text-13 font-semibold text-ink">{title}</p> : null}
      <div className="min-h-0 flex-1 overflow-hidden">
        {content ? <ContentView model={content} /> : null}
        {model ? <FigureView model={model} /> : null}
        {note ? <p className="text-13 text-ink-2">{note}</p> : null}
      </div>
    </div>
  );
}
