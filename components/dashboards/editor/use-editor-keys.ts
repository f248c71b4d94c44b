"use client";

import { useEffect, useEffectEvent } from "react";
import { widgetOf } from "./focus-widget";

type EditorKeys = {
  undo: () => void;
  redo: () => void;
  save: () => void;
  saveWithNote: () => void;
  showHelp: () => void;
  selectAll: () => void;
  clearSelection: () => void;
  /** `focused` is the widget the key was pressed in. */
  duplicate: (focused: string | null) => void;
  remove: (focused: string | null) => void;
};

/** The keys of the whole editor; see `KeyboardHelp` for what they are. Fields, menus and dialogs keep their own. */
export function useEditorKeys(keys: EditorKeys): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || ownsItsKeys(event.target)) return;
    const act = event.ctrlKey || event.metaKey ? commandOf(event, keys) : plainOf(event, keys);
    if (!act) return;
    event.preventDefault();
    act();
  });

  // Outside system: the keyboard of the whole page.
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);
}

function commandOf(event: KeyboardEvent, keys: EditorKeys): (() => void) | undefined {
  const acts: Record<string, () => void> = {
    z: event.shiftKey ? keys.redo : keys.undo,
    y: keys.redo,
    s: event.shiftKey ? keys.saveWithNote : keys.save,
    a: keys.selectAll,
    d: () => keys.duplicate(widgetOf(event.target)),
    "/": keys.showHelp,
  };
  return acts[event.key.toLowerCase()];
}

function plainOf(event: KeyboardEvent, keys: EditorKeys): (() => void) | undefined {
  const remove = () => keys.remove(widgetOf(event.target));
  const acts: Record<string, () => void> = {
    Escape: keys.clearSelection,
    Delete: remove,
    Backspace: remove,
  };
  return acts[event.key];
}

const OWNERS =
  "input, textarea, select, [contenteditable], [role=menu], [role=listbox], [role=dialog], [role=alertdialog]";

export function ownsItsKeys(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(OWNERS) !== null;
}
