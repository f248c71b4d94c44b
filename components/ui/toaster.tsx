"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { onDemand } from "./on-demand";
import { waitingToasts } from "./toast";

const SonnerToaster = onDemand(async () => (await import("./sonner-toaster")).SonnerToaster);

/** Where the messages of `toast` appear. Once on a page. */
export function Toaster() {
  const isWaitedFor = useSyncExternalStore(waitingToasts.subscribe, waitingToasts.any, () => false);
  const [isWanted, setWanted] = useState(false);

  // Outside system: the person. Who does something is about to be told something, perhaps that the network is gone.
  useEffect(() => {
    const stop = new AbortController();
    const begin = () => {
      stop.abort();
      setWanted(true);
    };
    window.addEventListener("pointerdown", begin, { signal: stop.signal });
    window.addEventListener("keydown", begin, { signal: stop.signal });
    return () => stop.abort();
  }, []);

  if (isWaitedFor && !isWanted) setWanted(true);
  return isWanted ? <SonnerToaster /> : null;
}
