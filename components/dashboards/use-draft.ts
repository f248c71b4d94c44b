"use client";

import { useState } from "react";
import type { StoredDraft } from "@/lib/dashboards/drafts/schemas";
import type { DashboardDto } from "@/lib/dashboards/schemas";
import {
  change,
  cleared,
  type Draft,
  type DraftHistory,
  draftOf,
  isSame,
  NO_HISTORY,
  redo,
  undo,
} from "./draft";

export type DraftState = {
  /** The draft, or what the server has while nothing was changed. */
  draft: Draft;
  dirty: boolean;
  canUndo: boolean;
  canRedo: boolean;
  /** The version that was edited, for the save. */
  baseVersion: number;
  update: (next: (draft: Draft) => Draft, topic?: string) => void;
  undo: () => void;
  redo: () => void;
  /** Gives the draft up; the returned function brings it back with its history. */
  discard: () => () => void;
  /** Goes on with a draft that was left behind. */
  resume: (draft: Draft, baseVersion: number) => void;
  /** After `saved` was stored as `version`: what was changed since stays a draft. */
  settle: (saved: Draft, version: number) => void;
};

/** A draft over the server's state, never a copy of it: without a change there is none. Begins with what was `stored`. */
export function useDraft(dashboard: DashboardDto, stored: StoredDraft | null): DraftState {
  const [history, setHistory] = useState<DraftHistory>(
    stored ? { ...NO_HISTORY, present: stored.document } : NO_HISTORY,
  );
  const [editedVersion, setEditedVersion] = useState(stored?.baseVersion ?? dashboard.version);
  const server = draftOf(dashboard);

  return {
    draft: history.present ?? server,
    dirty: history.present !== null && !isSame(history.present, server),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    baseVersion: history.present === null ? dashboard.version : editedVersion,
    update(next, topic) {
      if (history.present === null) setEditedVersion(dashboard.version);
      setHistory((before) => {
        const draft = before.present ?? server;
        const changed = next(draft);
        return changed === draft ? before : change(before, changed, topic ?? null);
      });
    },
    undo: () => setHistory(undo),
    redo: () => setHistory(redo),
    discard() {
      setHistory(NO_HISTORY);
      return () => setHistory(history);
    },
    resume(draft, baseVersion) {
      setEditedVersion(baseVersion);
      setHistory({ ...NO_HISTORY, present: draft });
    },
    settle(saved, version) {
      setEditedVersion(version);
      setHistory((before) => cleared(before, saved));
    },
  };
}
