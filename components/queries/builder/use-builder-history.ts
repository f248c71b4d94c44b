"use client";

import { useState } from "react";
import type { BuilderQuery } from "@/lib/queries/builder/schema";

const LONGEST = 100;

type Stack = { past: readonly BuilderQuery[]; future: readonly BuilderQuery[]; typing: string | null };
const NOTHING: Stack = { past: [], future: [], typing: null };

/** What can be undone and redone. Letters typed into one field are one step. */
export function useBuilderHistory(query: BuilderQuery, onChange: (query: BuilderQuery) => void) {
  const [stack, setStack] = useState<Stack>(NOTHING);

  function record(typing: string | null = null) {
    const isSameField = typing !== null && typing === stack.typing;
    const past = isSameField ? stack.past : [...stack.past, query].slice(-LONGEST);
    setStack({ past, future: [], typing });
  }
  function undo() {
    const before = stack.past.at(-1);
    if (!before) return false;
    setStack({ past: stack.past.slice(0, -1), future: [query, ...stack.future], typing: null });
    onChange(before);
    return true;
  }
  function redo() {
    const [after, ...future] = stack.future;
    if (!after) return false;
    setStack({ past: [...stack.past, query], future, typing: null });
    onChange(after);
    return true;
  }
  return { record, undo, redo, canUndo: stack.past.length > 0, canRedo: stack.future.length > 0 };
}
