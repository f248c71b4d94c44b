"use client";

import { useEffect, useEffectEvent } from "react";

type EditorKeys = { undo: () => void; redo: () => void; save: () => void };

/** Ctrl or ⌘ with Z, Shift+Z, Y and S. Fields and dialogs keep their own. */
export function useEditorKeys({ undo, redo, save }: EditorKeys): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || ownsItsKeys(event.target)) return;
    const key = event.key.toLowerCase();
    const act = { z: event.shiftKey ? redo : undo, y: redo, s: save }[key];
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

function ownsItsKeys(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest("input, textarea, select, [contenteditable], [role=dialog], [role=alertdialog]") !== null
  );
}
