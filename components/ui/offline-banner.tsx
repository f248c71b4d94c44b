"use client";

import { WifiOff } from "lucide-react";
import { useSyncExternalStore } from "react";

/** Whether the browser believes to have a network. The server assumes so. */
export function useOnline(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener("online", onChange);
  window.addEventListener("offline", onChange);
  return () => {
    window.removeEventListener("online", onChange);
    window.removeEventListener("offline", onChange);
  };
}

/** Tells that what is on the screen may be old, and that nothing can be saved for now. */
export function OfflineBanner() {
  const online = useOnline();
  return (
    <div role="status" data-print="hide">
      {online ? null : (
        <p className="flex items-center justify-center gap-2 border-b bg-warn-soft px-4 py-2 text-13 text-warn">
          <WifiOff aria-hidden className="size-4 shrink-0" />
          You are offline. You see the last figures; changes can be saved when the connection is back.
        </p>
      )}
    </div>
  );
}
