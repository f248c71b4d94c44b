"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { attempt } from "@/components/forms/attempt";
import { toast } from "@/components/ui/toaster";
import type { DashboardDto } from "@/lib/dashboards/schemas";
import type { ErrorBody } from "@/lib/errors";
import { copyOf } from "../copy-of";
import type { KeptDraftState } from "../drafts/use-kept-draft";
import type { DashboardActions } from "../screen-types";
import type { DraftState } from "../use-draft";

type SavingInput = {
  /** Slug. */
  workspace: string;
  dashboard: DashboardDto;
  draft: DraftState;
  kept: KeptDraftState;
  actions: DashboardActions;
  onSaved: (dashboard: DashboardDto) => void;
  onOpen: () => void;
  onClose: () => void;
};

/** Saving the draft, giving it up, and the ways out when someone else was faster. */
export function useSaving(input: SavingInput) {
  const { workspace, dashboard, draft: state, actions, onSaved, onOpen, onClose } = input;
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [error, setError] = useState<ErrorBody | null>(null);
  const { draft, dirty, baseVersion } = state;

  function save() {
    if (!dirty || pending) return;
    startTransition(async () => {
      const { widgets, tags, ...rest } = draft;
      const result = await attempt(
        actions.save({
          dashboardId: dashboard.id,
          expectedVersion: baseVersion,
          ...rest,
          tags: [...tags],
          widgets: [...widgets],
        }),
      );
      if (!result.ok) return setError(result.error);
      setError(null);
      onSaved(result.data);
      input.kept.published();
      state.settle(draft, result.data.version);
      toast.success("Saved");
      onClose();
    });
  }

  function discard() {
    const restore = state.discard();
    setError(null);
    onClose();
    if (!dirty) return;
    toast("Changes discarded", {
      action: {
        label: "Undo",
        onClick: () => {
          restore();
          onOpen();
        },
      },
    });
  }

  /** Someone else's newer version: keep both. */
  function saveCopy() {
    startTransition(async () => {
      const result = await attempt(actions.create(copyOf(draft)));
      if (!result.ok) return setError(result.error);
      state.discard();
      router.push(`/${workspace}/dashboards/${result.data.id}`);
    });
  }

  function loadNewest() {
    state.discard();
    setError(null);
    router.refresh();
  }

  return { save, discard, saveCopy, loadNewest, pending, error };
}
