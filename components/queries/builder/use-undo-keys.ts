"use client";

import { useEffect, useEffectEvent } from "react";

const TYPES_TEXT = "input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]";

/** Ctrl or ⌘ with Z, with Shift or Y for redo; a text field keeps its own, and so does an open dialog. */
export function useUndoKeys(undo: () => void, redo: () => void) {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== "z" && key !== "y")) return;
    const at = event.target instanceof Element ? event.target : null;
    if (at?.closest(TYPES_TEXT) || document.querySelector("[role=dialog], [role=alertdialog]")) return;
    event.preventDefault();
    if (key === "y" || event.shiftKey) redo();
    else undo();
  });
  // Outside system: the keyboard of the whole window, because a click beside a control leaves nothing focused.
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}
