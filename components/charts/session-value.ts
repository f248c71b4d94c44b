"use client";

import { useCallback, useSyncExternalStore } from "react";

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What the browser would not keep, e.g. in the frame of another site: it lives as long as the page. */
const unkept = new Map<string, string | null>();

function read(key: string): string | null {
  const text = unkept.get(key);
  if (text !== undefined) return text;
  try {
    return window.sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

/**
 * A text kept for as long as the browser tab lives, shared by everything that uses the key; null until it is
 * written, and on the server. Where the browser keeps nothing, it is lost with the page.
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
        unkept.delete(key);
      } catch {
        unkept.set(key, next);
      }
      for (const listener of listeners) listener();
    },
    [key],
  );
  return [value, write];
}
