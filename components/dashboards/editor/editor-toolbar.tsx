"use client";

import { ClipboardPaste, Plus, Redo2, Settings2, Undo2 } from "lucide-react";
import { useState } from "react";
import type { Place } from "@/components/figures/place";
import { Button } from "@/components/ui/button";
import { Hint } from "@/components/ui/tooltip";
import { DetailsDialog } from "../details-dialog";
import { KeepWords } from "../drafts/keep-words";
import type { KeptDraftState } from "../drafts/use-kept-draft";
import type { DraftState } from "../use-draft";
import { KeyboardHelp } from "./keyboard-help";
import { type SaveNote, SaveWithNote } from "./save-with-note";

type EditorToolbarProps = {
  state: DraftState;
  kept: KeptDraftState;
  now: Date;
  place: Place;
  saving: boolean;
  note: SaveNote;
  /** Whether the keys are shown, which a key opens too. */
  help: { open: boolean; onOpenChange: (open: boolean) => void };
  onAdd: () => void;
  onPaste: () => void;
  onSave: () => void;
  onDiscard: () => void;
};

/** Stays in sight while one scrolls, so that saving is never far. */
export function EditorToolbar(props: EditorToolbarProps) {
  const { state, kept, now, place, saving, help, onAdd, onPaste, onSave, onDiscard } = props;
  const [showsDetails, setShowsDetails] = useState(false);
  const { dirty, canUndo, canRedo, undo, redo } = state;
  return (
    <div
      role="toolbar"
      aria-label="Editing"
      className="sticky top-12 z-20 mt-4 flex flex-wrap items-center gap-2 border-y bg-paper px-4 py-2 md:px-7"
    >
      <Button onClick={onAdd}>
        <Plus aria-hidden />
        Add widget
      </Button>
      <Hint text="Undo (Ctrl or ⌘ + Z)">
        <Button variant="ghost" size="icon" aria-label="Undo" disabled={!canUndo} onClick={undo}>
          <Undo2 aria-hidden />
        </Button>
      </Hint>
      <Hint text="Redo (Ctrl or ⌘ + Shift + Z)">
        <Button variant="ghost" size="icon" aria-label="Redo" disabled={!canRedo} onClick={redo}>
          <Redo2 aria-hidden />
        </Button>
      </Hint>
      <Hint text="Paste widgets (Ctrl or ⌘ + V)">
        <Button variant="ghost" size="icon" aria-label="Paste widgets" onClick={onPaste}>
          <ClipboardPaste aria-hidden />
        </Button>
      </Hint>
      <KeyboardHelp {...help} />
      <Button variant="ghost" onClick={() => setShowsDetails(true)}>
        <Settings2 aria-hidden />
        Details
      </Button>
      <span className="ml-auto flex items-center gap-2">
        <span className="text-xs text-ink-3 max-sm:sr-only">
          {dirty ? <KeepWords kept={kept} place={place} /> : "No changes"}
        </span>
        <Button variant="ghost" onClick={onDiscard}>
          {dirty ? "Discard" : "Close"}
        </Button>
        <span className="flex gap-px">
          <Button variant="primary" disabled={!dirty} loading={saving} onClick={onSave}>
            Save
          </Button>
          <SaveWithNote note={props.note} disabled={!dirty || saving} onSave={onSave} />
        </span>
      </span>
      <DetailsDialog
        state={state}
        now={now}
        place={place}
        open={showsDetails}
        onOpenChange={setShowsDetails}
      />
    </div>
  );
}
