"use client";

import { CircleAlert, Lock, RotateCw } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ERROR_COPY } from "@/components/ui/error-copy";
import { onDemand } from "@/components/ui/on-demand";
import type { ErrorBody, ErrorCode } from "@/lib/errors";

const FigureErrorDialog = onDemand(async () => (await import("./figure-error-dialog")).FigureErrorDialog);

type FigureErrorProps = { error: ErrorBody; onRetry: () => void; retrying: boolean };

/** Where a figure needs other words than a form. */
const FIGURE_COPY: Partial<Record<ErrorCode, { title: string; advice: string }>> = {
  invalid_input: {
    title: "The figure does not fit its query",
    advice: "Whoever may edit this can choose other columns, or another query.",
  },
  not_found: {
    title: "What this shows is gone",
    advice: "The query was deleted. Choose another one, or remove the figure.",
  },
  forbidden: {
    title: "You do not have access",
    advice: "An admin of the workspace can give you access.",
  },
};

/** Why this one figure could not be shown; the others are not affected. In little room only the reason stays. */
export function FigureError({ error, onRetry, retrying }: FigureErrorProps) {
  const [open, setOpen] = useState(false);
  const { title, advice } = FIGURE_COPY[error.code] ?? ERROR_COPY[error.code];
  const Icon = error.code === "forbidden" ? Lock : CircleAlert;
  return (
    <div role="alert" className="h-full min-h-0 text-13 [container-type:size]">
      <div className="flex h-full flex-col items-start gap-1 overflow-y-auto">
        <p className="flex items-center gap-1.5 font-medium text-ink">
          <Icon aria-hidden className="size-4 shrink-0 text-bad" />
          {title}
        </p>
        <p className="max-w-prose wrap-anywhere text-ink-2 [@container_(max-height:7rem)]:hidden">
          {error.message}
        </p>
        <div className="mt-1 flex flex-wrap gap-1">
          {ERROR_COPY[error.code].retry ? (
            <Button size="sm" loading={retrying} onClick={onRetry}>
              <RotateCw aria-hidden />
              Try again
            </Button>
          ) : null}
          <Button size="sm" variant="ghost" onClick={() => setOpen(true)}>
            Details
          </Button>
        </div>
      </div>
      {open ? <FigureErrorDialog {...{ error, title, advice }} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}
