"use client";

import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";

/** A run that is under way: how long it takes already, and the way out. */
export function RunProgress({ onCancel }: { onCancel: () => void }) {
  const [seconds, setSeconds] = useState(0);
  // Outside system: the clock.
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <section aria-label="Result" aria-busy="true" className="rounded-lg border bg-card p-4">
      <div className="flex items-center justify-between gap-3">
        <p className="text-13 text-ink-2">
          <span role="status">Asking the data source…</span>{" "}
          {seconds > 0 ? <span className="tabular-nums">{seconds} s</span> : null}
        </p>
        <Button size="sm" onClick={onCancel}>
          Cancel
        </Button>
      </div>
      <Skeleton className="mt-3 h-40" />
    </section>
  );
}
