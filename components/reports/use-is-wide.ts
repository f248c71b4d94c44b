"use client";

import { useSyncExternalStore } from "react";

// Tailwind's 2xl: where the editor has three columns.
const WIDE = "(min-width: 96rem)";

/** True where the settings have a column of their own; false on the server. */
export function useIsWide(): boolean {
  return useSyncExternalStore(
    (notify) => {
      const query = window.matchMedia(WIDE);
      query.addEventListener("change", notify);
      return () => query.removeEventListener("change", notify);
    },
    () => window.matchMedia(WIDE).matches,
    () => false,
  );
}
