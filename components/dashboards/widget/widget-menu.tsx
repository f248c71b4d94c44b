"use client";

import { CircleHelp, Maximize2, Rows3 } from "lucide-react";
import { useRef, useState } from "react";
import type { ChartInteraction } from "@/components/charts/interaction";
import { giveFocusBack, menuTriggerOf } from "@/components/figures/menu-trigger";
import { DropdownMenuItem } from "@/components/ui/dropdown-menu";
import { onDemand } from "@/components/ui/on-demand";
import type { Selection } from "@/lib/charts/selection";
import type { FigureWidget } from "@/lib/dashboards/schemas";
import { ExportItem } from "../exports/export-item";
import type { WidgetScene } from "../screen-types";
import type { WidgetState } from "./widget-state";

const ExplainDialog = onDemand(async () => (await import("./explain-dialog")).ExplainDialog);
const FullScreenDialog = onDemand(async () => (await import("./full-screen-dialog")).FullScreenDialog);
const RowsDialog = onDemand(async () => (await import("./rows-dialog")).RowsDialog);

type WidgetMenuProps = {
  widget: FigureWidget;
  scene: WidgetScene;
  state: WidgetState;
  interaction: ChartInteraction;
};

type Opened = { kind: "full" } | { kind: "explain" } | { kind: "rows"; steps: readonly Selection[] };

/** What a reader can do with one widget: the entries of its menu, and what they open. */
export function useWidgetMenu({ widget, scene, state, interaction }: WidgetMenuProps) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const opener = useRef<HTMLElement>(null);
  const item = (what: Opened, Icon: typeof Rows3, label: string) => (
    <DropdownMenuItem
      onSelect={(event) => {
        opener.current = menuTriggerOf(event);
        setOpened(what);
      }}
    >
      <Icon aria-hidden />
      {label}
    </DropdownMenuItem>
  );
  const closing = {
    onClose: () => setOpened(null),
    onCloseAutoFocus: (event: Event) => giveFocusBack(event, opener.current),
  };
  return {
    showRows(steps: readonly Selection[]) {
      opener.current = null;
      setOpened({ kind: "rows", steps });
    },
    items: state.data ? (
      <>
        {item({ kind: "full" }, Maximize2, "Full screen")}
        {item({ kind: "rows", steps: [] }, Rows3, "Show the rows")}
        {item({ kind: "explain" }, CircleHelp, "Explain this")}
        <ExportItem widget={widget} scene={scene} />
      </>
    ) : null,
    dialogs: (
      <>
        {opened?.kind === "full" ? (
          <FullScreenDialog widget={widget} state={state} interaction={interaction} {...closing} />
        ) : null}
        {opened?.kind === "rows" ? (
          <RowsDialog widget={widget} scene={scene} steps={opened.steps} {...closing} />
        ) : null}
        {opened?.kind === "explain" && state.data ? (
          <ExplainDialog widget={widget} scene={scene} data={state.data} {...closing} />
        ) : null}
      </>
    ),
  };
}
