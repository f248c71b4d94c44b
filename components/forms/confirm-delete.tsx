"use client";

import { type ReactNode, useState } from "react";
import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/action-result";
import { attempt } from "./attempt";

type ConfirmDeleteProps = {
  /** The button that opens it. */
  trigger: ReactNode;
  /** The thing by its own name. */
  name: string;
  /** What else is affected. */
  consequence: ReactNode;
  remove: () => Promise<ActionResult<unknown>>;
  onDeleted: () => void;
};

/** Asks before something is deleted; a refusal, e.g. because it is in use, is said in the same place. */
export function ConfirmDelete({ trigger, name, consequence, remove, onDeleted }: ConfirmDeleteProps) {
  const [open, setOpen] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  function show(next: boolean) {
    // Forgotten when it opens anew, not when it closes: it is still seen while it fades.
    if (next) setRefusal(null);
    setOpen(next);
  }
  async function confirm() {
    const result = await attempt(remove());
    if (!result.ok) {
      setRefusal(result.error.message);
      return false;
    }
    toast.success(`“${name}” was deleted`);
    onDeleted();
    return true;
  }

  return (
    <ConfirmDialog
      open={open}
      onOpenChange={show}
      trigger={trigger}
      verb="Delete"
      name={name}
      consequence={
        refusal ? (
          <Callout tone="bad" role="alert" title="Not deleted.">
            {refusal}
          </Callout>
        ) : (
          consequence
        )
      }
      onConfirm={confirm}
    />
  );
}
