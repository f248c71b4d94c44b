"use client";

import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import type { ErrorBody } from "@/lib/errors";
import { ConflictDialog, type ConflictDialogProps } from "./conflict-dialog";

type SaveProblemProps = Pick<
  ConflictDialogProps,
  "workspace" | "dashboardId" | "baseVersion" | "mine" | "pending" | "canCopy" | "takeTheirs"
> & {
  error: ErrorBody | null;
  save: (over?: number) => void;
  saveCopy: () => void;
};

/** Why the draft was not saved, and the ways out. Nothing that was changed is lost. */
export function SaveProblem({ error, save, saveCopy, ...conflict }: SaveProblemProps) {
  const [compares, setCompares] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const { pending, canCopy } = conflict;
  // The server names who saved a newer version; a name that is taken is a conflict too, and needs another name.
  const overtaken = error?.code === "conflict" && error.details.savedBy !== undefined;
  return (
    <>
      <div role="alert" className="empty:hidden">
        {error ? (
          <Callout
            tone={overtaken ? "warn" : "bad"}
            title={overtaken ? "Not saved: someone was faster." : "Not saved."}
            action={
              overtaken ? (
                <div className="flex flex-wrap gap-2">
                  {canCopy ? (
                    <Button size="sm" loading={pending} onClick={saveCopy}>
                      Save mine as a copy
                    </Button>
                  ) : null}
                  <Button ref={opener} size="sm" variant="primary" onClick={() => setCompares(true)}>
                    Compare
                  </Button>
                </div>
              ) : (
                <Button size="sm" loading={pending} onClick={() => save()}>
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
      {error && overtaken && compares ? (
        <ConflictDialog
          {...conflict}
          theirs={{ number: Number(error.details.version), savedBy: String(error.details.savedBy) }}
          keepMine={save}
          onClose={() => setCompares(false)}
          opener={opener}
        />
      ) : null}
    </>
  );
}
