"use client";

import { type ComponentType, lazy, type ReactNode, Suspense } from "react";
import { toast } from "@/components/ui/toast";

/**
 * A component whose code is loaded when it is first drawn, e.g. a dialog that few open; `fallback` stands in its place
 * until then. When it cannot be loaded, that is said, and the page goes on without it.
 */
export function onDemand<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  fallback: ReactNode = null,
): ComponentType<Props> {
  const Loaded = lazy(async () => ({ default: await load().catch(missing) }));
  return function OnDemand(props: Props) {
    return (
      <Suspense fallback={fallback}>
        <Loaded {...props} />
      </Suspense>
    );
  };
}

/** Says that code could not be loaded. */
export function tellMissing(): void {
  toast.error("This could not be loaded", {
    description: "Check the connection, then reload the page. What you have not saved is kept.",
  });
}

function missing() {
  tellMissing();
  return () => null;
}
