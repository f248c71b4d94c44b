"use client";

import { errorBodyOf } from "@/components/figures/fetch-json";
import { FigureBody } from "@/components/figures/figure-card";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { type Selection, selectionWords } from "@/lib/charts/selection";
import type { FigureWidget } from "@/lib/dashboards/schemas";
import type { WidgetScene } from "../screen-types";
import { useDrillData } from "./use-drill";

type RowsDialogProps = {
  widget: FigureWidget;
  scene: WidgetScene;
  steps: readonly Selection[];
  onClose: () => void;
  onCloseAutoFocus?: (event: Event) => void;
};

/** The rows behind a figure, or behind one of its points. */
export function RowsDialog({ widget, scene, steps, onClose, onCloseAutoFocus }: RowsDialogProps) {
  const { data, error, isFetching, refetch } = useDrillData(widget, scene, "rows", steps);
  const words = steps.map(selectionWords).join(" › ");
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent size="xl" className="flex h-[80dvh] flex-col" onCloseAutoFocus={onCloseAutoFocus}>
        <DialogHeader>
          <DialogTitle>Rows of {widget.visual.title || "this figure"}</DialogTitle>
          <DialogDescription>{words || "All that the figure is made of"}</DialogDescription>
        </DialogHeader>
        <div className="min-h-0 flex-1">
          <FigureBody
            kind="table"
            state={{
              model: data?.model,
              error: error ? errorBodyOf(error) : null,
              loading: isFetching && data !== undefined,
              retry: () => void refetch(),
            }}
          />
        </div>
      </DialogContent>
    </Dialog>
  );
}
