"use client";

import { useCallback, useSyncExternalStore } from "react";

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** null where the browser keeps nothing for this page. */
function read(key: string): string | null {
  try {
    return window.sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

/**
 * A text kept for as long as the browser tab lives, shared by everything that uses the key; null until it is
 * written, and on the server.
 */
export function useSessionValue(key: string): [string | null, (value: string | null) => void] {
  // Outside system: the browser's session storage.
  const value = useSyncExternalStore(
    subscribe,
    () => read(key),
    () => null,
  );
  const write = useCallback(
    (next: string | null) => {
      try {
        if (next === null) window.sessionStorage.removeItem(key);
        else window.sessionStorage.setItem(key, next);
      } catch {
        // Full or forbidden: the choice is not remembered, and nothing else depends on it.
      }
      for (const listener of listeners) listener();
    },
    [key],
  );
  return [value, write];
}
