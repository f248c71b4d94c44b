import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { SearchingShell } from "@/components/layout/searching-shell";
import { currentUser } from "@/lib/auth";

/** The shell around every page of a workspace; strangers to the workspace get "not found". */
export async function WorkspaceFrame({ slug, children }: { slug: string; children: ReactNode }) {
  const user = await currentUser();
  // The page itself, which knows its address, sends the reader to the sign-in page and back.
  if (!user) return children;
  const membership = user.memberships.find((entry) => entry.workspace.slug === slug);
  if (!membership) notFound();
  const { name, zone } = membership.workspace;
  return (
    <SearchingShell
      workspaces={user.memberships.map((entry) => ({
        slug: entry.workspace.slug,
        name: entry.workspace.name,
      }))}
      current={{ slug, name, zone }}
      user={{ name: user.name, email: user.email, role: membership.role }}
    >
      {children}
    </SearchingShell>
  );
}
