"use client";

import { Button } from "@/components/ui/button";
import type { ParameterOptionsState } from "./parameter-options";

/** What keeps the values from being chosen, if anything. */
export function OptionsStatus({ state: { isLoading, problem, retry } }: { state: ParameterOptionsState }) {
  if (isLoading) return <span role="status">Reading the values…</span>;
  if (!problem) return null;
  return (
    <span role="status" className={problem.canRetry ? "text-bad" : undefined}>
      {problem.message}{" "}
      {problem.canRetry ? (
        <Button size="sm" variant="ghost" onClick={retry}>
          Try again
        </Button>
      ) : null}
    </span>
  );
}
