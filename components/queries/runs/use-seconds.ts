"use client";

import { useEffect, useState } from "react";

/** The present, each second while `isTicking`; at first the server's, so that both paint alike. */
export function useSeconds(now: string, isTicking: boolean): number {
  const [nowMs, setNowMs] = useState(() => Date.parse(now));
  // Outside system: the clock.
  useEffect(() => {
    if (!isTicking) return;
    const timer = setInterval(() => setNowMs(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [isTicking]);
  return nowMs;
}
