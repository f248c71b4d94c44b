"use client";

import { useState } from "react";
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
  /** After `saved` was stored as `version`: what was changed since stays a draft. */
  settle: (saved: Draft, version: number) => void;
};

/** A draft over the server's state, never a copy of it: without a change there is none. */
export function useDraft(dashboard: DashboardDto): DraftState {
  const [history, setHistory] = useState<DraftHistory>(NO_HISTORY);
  const [editedVersion, setEditedVersion] = useState(dashboard.version);
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
    settle(saved, version) {
      setEditedVersion(version);
      setHistory((before) => cleared(before, saved));
    },
  };
}
