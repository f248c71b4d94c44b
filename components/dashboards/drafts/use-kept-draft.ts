"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { fetchJson } from "@/components/figures/fetch-json";
import type { DraftReceipt, StoredDraft } from "@/lib/dashboards/drafts/schemas";
import type { Draft } from "../draft";
import type { DraftState } from "../use-draft";
import { browserCopy } from "./browser-copy";
import type { DraftCopy } from "./draft-copy";
import { DraftKeeper, type KeepStatus, type KeptDraft } from "./draft-keeper";

type KeptDraftPlace = {
  /** Slug. */
  workspace: string;
  dashboardId: string;
  userId: string;
  /** As the page found it. */
  stored: StoredDraft | null;
};

export type KeptDraftState = { status: KeepStatus; keepThis: () => void; published: () => void };

/** Keeps what is changed on the server a moment after it was changed, and in this browser until the server has it. */
export function useKeptDraft(
  { workspace, dashboardId, userId, stored }: KeptDraftPlace,
  { draft, dirty, baseVersion, resume }: DraftState,
): KeptDraftState {
  const [keeper] = useState(() => keeperOf(workspace, dashboardId, userId, stored));
  const status = useSyncExternalStore(keeper.subscribe, keeper.getStatus, keeper.getStatus);

  const [hasRead, setRead] = useState(false);

  // Outside systems: the server's copy of the draft, and the browser's.
  useEffect(() => {
    const takeUp = (copy: DraftCopy | null) => {
      // Of the same draft, and never sent: the page was closed before the server had it.
      if (copy && copy.revision === (stored?.revision ?? 0)) resume(copy.document, copy.baseVersion);
      setRead(true);
    };
    // What cannot be read now stays where it is, for the next time.
    browserCopy(userId, dashboardId)
      .read()
      .then(takeUp, () => undefined);
    const retry = () => keeper.retry();
    window.addEventListener("online", retry);
    return () => window.removeEventListener("online", retry);
    // Once: what is typed later is newer than what was left behind.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  useEffect(() => {
    // Not before: to want nothing is to clear what the browser has.
    if (hasRead) keeper.want(dirty ? { document: documentOf(draft), baseVersion } : null);
  }, [keeper, hasRead, dirty, draft, baseVersion]);

  return { status, keepThis: () => keeper.keepThis(), published: () => keeper.published() };
}

function documentOf({ tags, widgets, ...draft }: Draft): KeptDraft["document"] {
  return { ...draft, tags: [...tags], widgets: [...widgets] };
}

function keeperOf(
  workspace: string,
  dashboardId: string,
  userId: string,
  stored: StoredDraft | null,
): DraftKeeper {
  const address = `/api/v1/dashboards/${dashboardId}/draft?${new URLSearchParams({ workspace })}`;
  const put = (draft: KeptDraft & { expectedRevision: number }): Promise<DraftReceipt> =>
    fetchJson(address, {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(draft),
    });
  const later = (ms: number, work: () => void) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  };
  return new DraftKeeper(
    {
      put,
      drop: () => fetchJson(address, { method: "DELETE", keepalive: true }),
      copy: browserCopy(userId, dashboardId),
      later,
    },
    stored?.revision ?? 0,
    stored,
  );
}
