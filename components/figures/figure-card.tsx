"use client";

import { Ellipsis, Table2 } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { onDemand } from "@/components/ui/on-demand";
import type { ChartInteraction } from "@/components/charts/interaction";
import type { VisualKind } from "@/lib/charts/spec";
import type { PreparedModel } from "@/lib/charts/types";
import type { ErrorBody } from "@/lib/errors";
import { formatDateTime } from "@/lib/format/dates";
import { cn } from "@/lib/utils/cn";
import { FigureError } from "./figure-error";
import { FigureSkeleton } from "./figure-skeleton";
import { FigureView } from "./figure-view";
import { menuTriggerOf } from "./menu-trigger";
import type { Place } from "./place";

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
  /** Further entries of the menu. */
  menuItems?: ReactNode;
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
    menuItems,
    menuVisible = false,
  } = props;
  const [showsData, setShowsData] = useState(false);
  const dataOpener = useRef<HTMLElement>(null);
  const { model } = state;
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
          {title || (menuVisible ? <span className="font-normal text-ink-3">Untitled</span> : null)}
        </h2>
        {marks}
        {model || menuItems ? (
          <FigureMenu
            title={title}
            visible={menuVisible}
            model={model}
            place={place}
            onViewData={(event) => {
              dataOpener.current = menuTriggerOf(event);
              setShowsData(true);
            }}
          >
            {menuItems}
          </FigureMenu>
        ) : null}
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

type FigureMenuProps = {
  title: string;
  visible: boolean;
  model: PreparedModel | undefined;
  place: Place;
  onViewData: (event: Event) => void;
  children: ReactNode;
};

function FigureMenu({ title, visible, model, place, onViewData, children }: FigureMenuProps) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={`More about ${title || "this figure"}`}
          data-print="hide"
          className={cn(
            "-mr-2 size-6",
            // Without a pointer that can hover there would be no way to find it.
            !visible &&
              "opacity-0 group-hover/figure:opacity-100 focus-visible:opacity-100 data-[state=open]:opacity-100 pointer-coarse:opacity-100",
          )}
        >
          <Ellipsis aria-hidden />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        {children}
        {children && model ? <DropdownMenuSeparator /> : null}
        {model ? (
          <>
            <DropdownMenuItem onSelect={onViewData}>
              <Table2 aria-hidden />
              View data
            </DropdownMenuItem>
            <DropdownMenuLabel>Data as of {formatDateTime(model.asOf, place)}</DropdownMenuLabel>
          </>
        ) : null}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
