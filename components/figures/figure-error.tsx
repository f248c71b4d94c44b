"use client";

import { CircleAlert, Lock, RotateCw } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogTitle } from "@/components/ui/dialog";
import { ERROR_COPY } from "@/components/ui/error-copy";
import { ErrorState } from "@/components/ui/error-state";
import type { ErrorBody } from "@/lib/errors";
import { cn } from "@/lib/utils/cn";

type FigureErrorProps = {
  error: ErrorBody;
  onRetry: () => void;
  retrying: boolean;
  /** For the little room of a number. */
  compact?: boolean;
};

/** Why this one figure could not be shown; the others are not affected. */
export function FigureError({ error, onRetry, retrying, compact = false }: FigureErrorProps) {
  const [open, setOpen] = useState(false);
  const { title, retry } = ERROR_COPY[error.code];
  const Icon = error.code === "forbidden" ? Lock : CircleAlert;
  return (
    <div role="alert" className="flex h-full min-h-0 flex-col items-start gap-1 overflow-y-auto text-13">
      <p className={cn("flex items-center gap-1.5 font-medium text-ink", compact && "sr-only")}>
        <Icon aria-hidden className="size-4 shrink-0 text-bad" />
        {title}
      </p>
      <p className={cn("max-w-prose wrap-anywhere text-ink-2", compact && "line-clamp-2 text-xs")}>
        {error.message}
      </p>
      <div className={cn("flex flex-wrap gap-1", compact ? "mt-auto" : "mt-2")}>
        {retry ? (
          <Button size="sm" loading={retrying} onClick={onRetry}>
            <RotateCw aria-hidden />
            Try again
          </Button>
        ) : null}
        <Button size="sm" variant="ghost" onClick={() => setOpen(true)}>
          Details
        </Button>
      </div>
      <Dialog open={open} onOpenChange={setOpen}>
        <DialogContent size="sm" aria-describedby={undefined}>
          <DialogTitle className="sr-only">Why this figure is missing</DialogTitle>
          <ErrorState error={error} size="card" headingLevel={3} />
        </DialogContent>
      </Dialog>
    </div>
  );
}
