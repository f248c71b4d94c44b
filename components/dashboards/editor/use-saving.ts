"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import type { Place } from "@/components/figures/place";
import { attempt } from "@/components/forms/attempt";
import { runAction } from "@/components/forms/run-action";
import { toast } from "@/components/ui/toast";
import type { DashboardDto } from "@/lib/dashboards/schemas";
import type { ErrorBody } from "@/lib/errors";
import { formatDate, formatTime } from "@/lib/format/dates";
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
  place: Place;
  onSaved: (dashboard: DashboardDto) => void;
  onOpen: () => void;
  onClose: () => void;
};

/** Saving the draft, giving it up, and the ways out when someone else was faster. */
export function useSaving(input: SavingInput) {
  const { workspace, dashboard, draft: state, actions, place, onSaved, onOpen, onClose } = input;
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [error, setError] = useState<ErrorBody | null>(null);
  const [note, setNote] = useState("");
  const { draft, dirty, baseVersion } = state;

  /** `over` is somebody else's newer version, which stays in the history under its number. */
  function save(over?: number) {
    if (!dirty || pending) return;
    startTransition(async () => {
      const { widgets, tags, ...rest } = draft;
      const result = await attempt(
        actions.save({
          dashboardId: dashboard.id,
          expectedVersion: over ?? baseVersion,
          ...rest,
          tags: [...tags],
          widgets: [...widgets],
          note: note || (over === undefined ? "" : `Kept over version ${over}`),
        }),
      );
      if (!result.ok) return setError(result.error);
      setError(null);
      setNote("");
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

  /** Its name tells when, so that a second one does not find it taken. Answers null after telling why not. */
  function createCopy() {
    const now = new Date();
    const mine = ` (mine, ${formatDate(now, place)}, ${formatTime(now, place)})`;
    return runAction(actions.create(copyOf(draft, mine)));
  }

  /** Someone else's newer version: keep both, and go on with one's own. */
  function saveCopy() {
    startTransition(async () => {
      const copy = await createCopy();
      if (!copy) return;
      state.discard();
      router.push(`/${workspace}/dashboards/${copy.id}`);
    });
  }

  /** Keep both, and go on with theirs. */
  function takeTheirs() {
    startTransition(async () => {
      const copy = await createCopy();
      if (!copy) return;
      state.discard();
      setError(null);
      router.refresh();
      toast.success("You see theirs now", {
        description: `Yours is kept as “${copy.name}”, for you alone.`,
        action: {
          label: "Open mine",
          onClick: () => router.push(`/${workspace}/dashboards/${copy.id}`),
        },
      });
    });
  }

  return { save, discard, saveCopy, takeTheirs, pending, error, note, setNote };
}
