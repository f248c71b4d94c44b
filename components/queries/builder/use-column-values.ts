"use client";

import { useRef, useState } from "react";
import type { LoadValues } from "./builder-scope";

type Loaded = { status: "idle" | "loading" | "ready" | "failed"; column: string; values: readonly string[] };

/** The values of a column, read when a list of them is opened and kept while it is the same column. */
export function useColumnValues(loadValues: LoadValues | undefined) {
  const [loaded, setLoaded] = useState<Loaded>({ status: "idle", column: "", values: [] });
  const running = useRef<AbortController | null>(null);

  async function start(column: Parameters<LoadValues>[0]) {
    const key = JSON.stringify(column);
    if (!loadValues || (loaded.column === key && loaded.status === "ready")) return;
    const controller = new AbortController();
    running.current = controller;
    setLoaded({ status: "loading", column: key, values: [] });
    try {
      const values = await loadValues(column, controller.signal);
      if (!controller.signal.aborted) setLoaded({ status: "ready", column: key, values });
    } catch {
      // Suggestions only: a value can be written without them.
      if (!controller.signal.aborted) setLoaded({ status: "failed", column: key, values: [] });
    }
  }
  function stop() {
    running.current?.abort();
    setLoaded((now) => (now.status === "loading" ? { ...now, status: "idle" } : now));
  }
  return {
    status: loaded.status,
    values: loaded.values,
    start: (column: Parameters<LoadValues>[0]) => void start(column),
    stop,
  };
}
