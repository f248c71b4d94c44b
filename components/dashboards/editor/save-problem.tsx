"use client";

import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import type { ErrorBody } from "@/lib/errors";

type SaveProblemProps = {
  error: ErrorBody | null;
  pending: boolean;
  canCopy: boolean;
  save: () => void;
  saveCopy: () => void;
  loadNewest: () => void;
};

/** Why the draft was not saved, and the ways out. Nothing that was changed is lost. */
export function SaveProblem({ error, pending, canCopy, save, saveCopy, loadNewest }: SaveProblemProps) {
  // The server names who saved a newer version; a name that is taken is a conflict too, and needs another name.
  const overtaken = error?.code === "conflict" && error.details.savedBy !== undefined;
  return (
    <div role="alert" className="empty:hidden">
      {error ? (
        <Callout
          tone={overtaken ? "warn" : "bad"}
          title={overtaken ? "Not saved: someone was faster." : "Not saved."}
          action={
            overtaken ? (
              <div className="flex flex-wrap gap-2">
                <Button size="sm" onClick={loadNewest}>
                  Load the newest
                </Button>
                {canCopy ? (
                  <Button size="sm" variant="primary" loading={pending} onClick={saveCopy}>
                    Save mine as a copy
                  </Button>
                ) : null}
              </div>
            ) : (
              <Button size="sm" loading={pending} onClick={save}>
                Try again
              </Button>
            )
          }
        >
          {error.message}
          {error.requestId && !overtaken ? (
            <span className="block text-xs text-ink-2">Reference {error.requestId}</span>
          ) : null}
        </Callout>
      ) : null}
    </div>
  );
}
