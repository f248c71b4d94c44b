"use client";

import { useSyncExternalStore } from "react";

const TICK_MS = 60_000;

/** The present minute. The first paint takes the server's, so that both say the same. */
export function useNow(serverNow: string): Date {
  const minute = useSyncExternalStore(subscribe, currentMinute, () => null);
  return new Date(minute ?? serverNow);
}

function subscribe(listener: () => void): () => void {
  const timer = setInterval(listener, TICK_MS);
  return () => clearInterval(timer);
}

// Rounded, because the snapshot of a store must not change between two looks.
function currentMinute(): number {
  return Math.floor(Date.now() / TICK_MS) * TICK_MS;
}
