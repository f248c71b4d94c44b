"use client";

import { Dialog, DialogContent, DialogTitle } from "@/components/ui/dialog";
import { ErrorState } from "@/components/ui/error-state";
import type { ErrorBody } from "@/lib/errors";

type FigureErrorDialogProps = { error: ErrorBody; title: string; advice: string; onClose: () => void };

/** All that is known of why a figure could not be shown. */
export function FigureErrorDialog({ onClose, ...shown }: FigureErrorDialogProps) {
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent size="sm" aria-describedby={undefined}>
        <DialogTitle className="sr-only">Why this figure is missing</DialogTitle>
        <ErrorState {...shown} size="card" headingLevel={3} />
      </DialogContent>
    </Dialog>
  );
}
