"use client";

import { CircleAlert } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { ErrorBody } from "@/lib/errors";

export type ExplainState = {
  /** null before it was asked for. */
  lines: readonly string[] | null;
  error: ErrorBody | null;
  isPending: boolean;
  /** True when the question was changed since. */
  isStale: boolean;
  onExplain: () => void;
};

/** How the source would find the answer, as it says itself. Nothing is run. */
export function ExplainPanel({ lines, error, isPending, isStale, onExplain }: ExplainState) {
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="text-13 text-ink-2">
        {lines === null
          ? "The source tells the steps it would take for this query, without running it."
          : "The steps the source would take, innermost first to run. Nothing was run."}
      </p>
      {lines && !error ? (
        <pre
          tabIndex={0}
          aria-label="Steps of the source"
          className="max-h-112 w-full overflow-auto rounded-md bg-sunken p-3 font-mono text-xs leading-5"
        >
          {lines.join("\n")}
        </pre>
      ) : null}
      {error ? (
        <p role="alert" className="flex gap-2 text-13 text-bad">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {error.message}
        </p>
      ) : null}
      {lines && isStale ? <p className="text-xs text-warn">The query was changed since.</p> : null}
      <Button size="sm" loading={isPending} onClick={onExplain}>
        {lines === null ? "Explain" : "Explain again"}
      </Button>
    </div>
  );
}
