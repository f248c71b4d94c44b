"use client";

import { useSyncExternalStore } from "react";

/** False while the page is what the server drew, true once its script runs. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
}
