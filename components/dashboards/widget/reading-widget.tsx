"use client";

import { FigureCard } from "@/components/figures/figure-card";
import { openedOnDemand } from "@/components/ui/opened-on-demand";
import type { FigureWidget } from "@/lib/dashboards/schemas";
import { selectionOf } from "@/lib/dashboards/view/cross-filters";
import type { WidgetScene } from "../screen-types";
import { useDrilled } from "./use-drilled";
import { WidgetMarks } from "./widget-marks";
import { useWidgetDialogs } from "./use-widget-dialogs";
import type { WidgetState } from "./widget-state";

const ReadingMenu = openedOnDemand("menu", async () => (await import("./reading-menu")).ReadingMenu);

type ReadingWidgetProps = { widget: FigureWidget; scene: WidgetScene; state: WidgetState };

/** A widget that is read: clicked to filter the others, looked into, explained, enlarged. */
export function ReadingWidget({ widget, scene, state: whole }: ReadingWidgetProps) {
  const drilled = useDrilled(widget, scene, whole);
  const { state, interaction } = drilled;
  const { open, dialogs } = useWidgetDialogs({ widget, scene, state, interaction });
  const selection = interaction.selected ?? selectionOf(scene.view.cross, widget.key);
  return (
    <>
      <FigureCard
        title={widget.visual.title}
        kind={widget.visual.kind}
        state={state}
        place={scene.place}
        interaction={interaction}
        marks={<WidgetMarks widget={widget} scene={scene} state={state} />}
        footer={drilled.strip(selection, (steps) => open({ kind: "rows", steps }, null))}
        menu={(menu) => <ReadingMenu {...menu} widget={widget} scene={scene} onOpen={open} />}
      />
      {dialogs}
    </>
  );
}
