"use client";

import { useEffect, useState } from "react";

/** The value as it was when it last stood still for `pauseMs`. Compared by content. */
export function useDebounced<T>(value: T, pauseMs: number): T {
  const [settled, setSettled] = useState(value);
  const content = JSON.stringify(value);

  // Outside system: the clock.
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(content) as T), pauseMs);
    return () => clearTimeout(timer);
  }, [content, pauseMs]);

  return settled;
}
