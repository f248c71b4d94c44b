"use client";

import { useRef, useState } from "react";
import type { ChartInteraction } from "@/components/charts/interaction";
import { giveFocusBack } from "@/components/figures/menu-trigger";
import { onDemand } from "@/components/ui/on-demand";
import type { Selection } from "@/lib/charts/selection";
import type { FigureWidget } from "@/lib/dashboards/schemas";
import type { WidgetScene } from "../screen-types";
import type { WidgetState } from "./widget-state";

const ExplainDialog = onDemand(async () => (await import("./explain-dialog")).ExplainDialog);
const FullScreenDialog = onDemand(async () => (await import("./full-screen-dialog")).FullScreenDialog);
const RowsDialog = onDemand(async () => (await import("./rows-dialog")).RowsDialog);

type WidgetDialogsProps = {
  widget: FigureWidget;
  scene: WidgetScene;
  state: WidgetState;
  interaction: ChartInteraction;
};

export type WidgetDialog =
  | { kind: "full" }
  | { kind: "explain" }
  | { kind: "rows"; steps: readonly Selection[] };

/** What can be opened over one widget. */
export function useWidgetDialogs({ widget, scene, state, interaction }: WidgetDialogsProps) {
  const [opened, setOpened] = useState<WidgetDialog | null>(null);
  const opener = useRef<HTMLElement>(null);
  const closing = {
    onClose: () => setOpened(null),
    onCloseAutoFocus: (event: Event) => giveFocusBack(event, opener.current),
  };
  return {
    /** `from` gets the focus back. */
    open(dialog: WidgetDialog, from: HTMLElement | null) {
      opener.current = from;
      setOpened(dialog);
    },
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
