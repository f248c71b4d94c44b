"use client";

import type { ReactNode } from "react";
import { MoreButton } from "@/components/ui/more-button";
import type { ContentModel } from "@/lib/charts/prepare-content";
import { cn } from "@/lib/utils/cn";
import { ContentView } from "./content-view";
import type { FigureMenuProps } from "./figure-menu";

type ContentCardProps = {
  model: ContentModel;
  /** Before the title, e.g. the handle to move it by. */
  handle?: ReactNode;
  menu?: (menu: FigureMenuProps) => ReactNode;
  /** Keeps the menu in sight, as when editing. */
  menuVisible?: boolean;
};

const NAMES = {
  text: "Text",
  image: "Picture",
  insight: "Insights",
  prediction: "Prediction",
  alerts: "Alerts",
} as const satisfies Record<ContentModel["kind"], string>;

/** What is not drawn from rows, in the frame of a figure; words and pictures without a title need no head. */
export function ContentCard({ model, handle, menu, menuVisible = false }: ContentCardProps) {
  const name = model.title || NAMES[model.kind];
  const hasHead = model.title !== "" || Boolean(handle) || Boolean(menu);
  return (
    <section
      role="group"
      aria-label={name}
      className={cn(
        "group/figure relative flex h-full min-h-0 flex-col rounded-lg px-4 py-3",
        // Words stand on the page like a paragraph between figures; they get a frame while they are arranged.
        model.kind === "text" && !menuVisible ? "border border-transparent" : "border border-rule bg-card",
      )}
    >
      {hasHead ? (
        <header className="flex min-h-6 shrink-0 items-center gap-1 pb-1">
          {handle}
          <h2 className="min-w-0 flex-1 truncate text-13 font-semibold text-ink" title={model.title}>
            {model.title ? <bdi>{model.title}</bdi> : <span className="font-normal text-ink-3">{name}</span>}
          </h2>
          {menu?.({ trigger: <MoreButton about={name} className="-mr-2 size-6" /> })}
        </header>
      ) : null}
      <div className="min-h-0 flex-1">
        <ContentView model={model} />
      </div>
    </section>
  );
}
