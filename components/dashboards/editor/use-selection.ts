"use client";

import { useState } from "react";
import type { Widgets } from "./sections";

export type Selection = {
  /** Keys, in the order in which they were chosen. */
  keys: readonly string[];
  toggle: (key: string) => void;
  set: (keys: readonly string[]) => void;
};

/** Which of the widgets in sight are chosen. One that went away is no longer, and is again when it comes back. */
export function useSelection(widgets: Widgets): Selection {
  const [chosen, set] = useState<readonly string[]>([]);
  const there = new Set(widgets.map((widget) => widget.key));
  const keys = chosen.filter((key) => there.has(key));
  return {
    keys,
    set,
    toggle: (key) => set(keys.includes(key) ? keys.filter((other) => other !== key) : [...keys, key]),
  };
}
