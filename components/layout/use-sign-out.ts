"use client";

import { useTransition } from "react";
import { requestLeave } from "@/components/forms/unsaved-changes";

/** Ends the session, after asking about unsaved changes. */
export function useSignOut(onSignOut: () => Promise<void> = endNextAuthSession): () => void {
  const [, startTransition] = useTransition();
  return () => requestLeave(() => startTransition(onSignOut));
}

// Loaded when needed: nobody should wait for it to see a page.
async function endNextAuthSession(): Promise<void> {
  const { signOut } = await import("next-auth/react");
  await signOut({ callbackUrl: "/sign-in" });
}
