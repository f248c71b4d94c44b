"use client";

import { FigureBody, type FigureState } from "@/components/figures/figure-card";
import { Dialog, DialogContent, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import type { ChartInteraction } from "@/components/charts/interaction";
import type { FigureWidget } from "@/lib/dashboards/schemas";

type FullScreenDialogProps = {
  widget: FigureWidget;
  state: FigureState;
  interaction: ChartInteraction;
  onClose: () => void;
  onCloseAutoFocus: (event: Event) => void;
};

/** One figure as large as the window. */
export function FullScreenDialog({ widget, state, interaction, onClose, ...focus }: FullScreenDialogProps) {
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        className="flex h-[94dvh] max-w-[96vw] flex-col"
        aria-describedby={undefined}
        onCloseAutoFocus={focus.onCloseAutoFocus}
      >
        <DialogHeader>
          <DialogTitle>{widget.visual.title || "Figure"}</DialogTitle>
        </DialogHeader>
        <div className="min-h-0 flex-1">
          <FigureBody kind={widget.visual.kind} state={state} interaction={interaction} />
        </div>
      </DialogContent>
    </Dialog>
  );
}
