"use client";

import { type ComponentProps, type ReactNode, useRef, useState } from "react";
import { MoreButton } from "@/components/ui/more-button";
import { onDemand } from "@/components/ui/on-demand";
import { openedOnDemand } from "@/components/ui/opened-on-demand";
import type { ChartInteraction } from "@/components/charts/interaction";
import type { VisualKind } from "@/lib/charts/spec";
import type { PreparedModel } from "@/lib/charts/types";
import type { ErrorBody } from "@/lib/errors";
import { cn } from "@/lib/utils/cn";
import { FigureError } from "./figure-error";
import { FigureSkeleton } from "./figure-skeleton";
import type { FigureMenuProps } from "./figure-menu";
import { FigureView } from "./figure-view";
import type { Place } from "./place";

const DataMenu = openedOnDemand("menu", async () => (await import("./figure-menu")).FigureMenu);
const FigureDataDialog = onDemand(async () => (await import("./figure-data-dialog")).FigureDataDialog);

export type FigureState = {
  model: PreparedModel | undefined;
  /** Set when there is nothing to show instead. */
  error: ErrorBody | null;
  /** True while a newer answer is on its way. */
  loading: boolean;
  retry: () => void;
};

type FigureCardProps = {
  title: string;
  kind: VisualKind;
  state: FigureState;
  place: Place;
  /** Before the title, e.g. the handle to move it by. */
  handle?: ReactNode;
  /** What must be known of the figure before it is read, e.g. that it is old. */
  marks?: ReactNode;
  /** What a click on the figure does; left out, it is only read. */
  interaction?: ChartInteraction;
  /** Under the figure. */
  footer?: ReactNode;
  /** Draws the menu; left out, it has the data alone. */
  menu?: (menu: FigureMenuProps) => ReactNode;
  /** Keeps the menu in sight, as when editing. */
  menuVisible?: boolean;
  className?: string;
};

/** A figure in its frame: title, menu with its data and its "as of", and whatever state it is in. */
export function FigureCard(props: FigureCardProps) {
  const {
    title,
    kind,
    state,
    place,
    handle,
    marks,
    interaction,
    footer,
    menu = (own) => <DataMenu {...own} />,
    menuVisible = false,
  } = props;
  const [showsData, setShowsData] = useState(false);
  const dataOpener = useRef<HTMLElement>(null);
  const { model } = state;
  const data = model && {
    model,
    place,
    onView(opener: HTMLElement | null) {
      dataOpener.current = opener;
      setShowsData(true);
    },
  };
  return (
    <section
      // A group, not a landmark: a page of twenty regions would bury the real ones.
      role="group"
      aria-label={title || "Untitled figure"}
      className={cn(
        "group/figure relative flex h-full min-h-0 flex-col rounded-lg border border-rule bg-card px-4 pt-3 pb-3",
        props.className,
      )}
    >
      <header className="flex min-h-6 shrink-0 items-center gap-1">
        {handle}
        <h2 className="min-w-0 flex-1 truncate text-13 font-semibold text-ink" title={title}>
          {title ? <bdi>{title}</bdi> : null}
          {!title && menuVisible ? <span className="font-normal text-ink-3">Untitled</span> : null}
        </h2>
        {marks}
        {model || menuVisible
          ? menu({ trigger: <FigureMenuButton title={title} visible={menuVisible} />, data })
          : null}
      </header>
      <div className={cn("min-h-0 flex-1", kind !== "metric" && "pt-1")}>
        <FigureBody kind={kind} state={state} interaction={interaction} />
      </div>
      {footer}
      {model && showsData ? (
        <FigureDataDialog
          model={model}
          place={place}
          onClose={() => setShowsData(false)}
          opener={dataOpener}
        />
      ) : null}
    </section>
  );
}

type FigureBodyProps = { kind: VisualKind; state: FigureState; interaction?: ChartInteraction };

export function FigureBody({ kind, state, interaction }: FigureBodyProps) {
  const { model, error, loading, retry } = state;
  if (error) return <FigureError error={error} onRetry={retry} retrying={loading} />;
  if (!model) return <FigureSkeleton kind={kind} />;
  return <FigureView model={model} stale={loading} {...interaction} />;
}

type FigureMenuButtonProps = ComponentProps<"button"> & { title: string; visible: boolean };

function FigureMenuButton({ title, visible, ...props }: FigureMenuButtonProps) {
  return (
    <MoreButton
      about={title || "this figure"}
      data-print="hide"
      className={cn(
        "-mr-2 size-6",
        // Without a pointer that can hover there would be no way to find it.
        !visible &&
          "opacity-0 group-hover/figure:opacity-100 focus-visible:opacity-100 data-[state=open]:opacity-100 pointer-coarse:opacity-100",
      )}
      {...props}
    />
  );
}
