"use client";

import type { RefObject } from "react";
import { DataTable } from "@/components/charts/data-table";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import type { PreparedModel } from "@/lib/charts/types";
import { formatDateTime } from "@/lib/format/dates";
import { figureTable } from "./figure-table";
import { giveFocusBack } from "./menu-trigger";
import type { Place } from "./place";

type FigureDataDialogProps = {
  model: PreparedModel;
  place: Place;
  onClose: () => void;
  /** The button it was opened from. */
  opener: RefObject<HTMLElement | null>;
};

/** The numbers behind a figure, and when the source gave them. */
export function FigureDataDialog({ model, place, onClose, opener }: FigureDataDialogProps) {
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        size="xl"
        className="flex max-h-[85dvh] flex-col"
        onCloseAutoFocus={(event) => giveFocusBack(event, opener.current)}
      >
        <DialogHeader>
          <DialogTitle>{model.title || "Data"}</DialogTitle>
          <DialogDescription>Data as of {formatDateTime(model.asOf, place)}</DialogDescription>
        </DialogHeader>
        <DataTable model={figureTable(model)} className="flex-1" />
      </DialogContent>
    </Dialog>
  );
}
