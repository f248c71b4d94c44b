"use client";

import { DoorOpen } from "lucide-react";
import { useSignOut } from "@/components/layout/use-sign-out";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** For people who are signed in and belong nowhere: who can change that, and the way out. */
export function NoWorkspace({ email }: { email: string }) {
  const signOut = useSignOut();
  return (
    <EmptyState
      headingLevel={1}
      icon={<DoorOpen />}
      title="You are not in a workspace yet"
      description={
        <>
          <p>
            An owner or an admin of a workspace can add you. Tell them the address you signed in with:{" "}
            <span className="font-medium break-all text-ink">{email}</span>
          </p>
          <p className="mt-2">If you were in one before, they can reactivate you. Then reload this page.</p>
        </>
      }
      action={<Button onClick={signOut}>Sign out</Button>}
    />
  );
}
