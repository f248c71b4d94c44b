"use client";

import { useEffect, useState } from "react";

const PAUSE_MS = 200;

/** The value once nobody has changed it for a moment: what is asked of the server while typing. */
export function useSettled<Value>(value: Value, pauseMs = PAUSE_MS): Value {
  const [settled, setSettled] = useState(value);
  // Outside system: the clock.
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value, pauseMs]);
  return settled;
}
