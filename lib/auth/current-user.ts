import { headers } from "next/headers";
import { getServerSession } from "next-auth";
import { cache } from "react";
import type { Role, WorkspaceInfo } from "@/lib/context";
import { withUser } from "@/lib/db";
import { env } from "@/lib/env";
import { authOptions } from "./options";

export type MembershipInfo = {
  workspace: WorkspaceInfo;
  role: Role;
};
export type CurrentUser = {
  id: string;
  email: string;
  name: string;
  zone: string | null;
  memberships: MembershipInfo[];
};

/**
 * The signed-in person with their memberships, or null. Read from the database at every request, so that a
 * deactivated person or a revoked session is out at once, whatever the cookie says.
 */
export const currentUser = cache(async (): Promise<CurrentUser | null> => {
  await headers(); // Before getServerSession: it would otherwise run while prerendering.
  const session = (await getServerSession(authOptions())) as {
    userId?: string;
    sessionVersion?: number;
  } | null;
  if (!session?.userId) return null;
  return loadUser(session.userId, session.sessionVersion ?? 0);
});

/** null when the person is deactivated, unknown, or their sessions of that version were revoked. */
export async function loadUser(userId: string, sessionVersion: number): Promise<CurrentUser | null> {
  return withUser(userId, async (tx) => {
    const user = await tx.user.findUnique({
      where: { id: userId },
      select: {
        id: true,
        email: true,
        name: true,
        zone: true,
        sessionVersion: true,
        deactivatedAt: true,
        isDemo: true,
      },
    });
    if (!user || user.deactivatedAt || user.sessionVersion !== sessionVersion) return null;
    if (user.isDemo && env().mode === "production") return null;
    const memberships = await tx.membership.findMany({
      where: { userId, deactivatedAt: null },
      select: {
        role: true,
        workspace: {
          select: { id: true, slug: true, name: true, zone: true, locale: true, weekStartsOn: true },
        },
      },
      orderBy: { createdAt: "asc" },
    });
    return {
      id: user.id,
      email: user.email,
      name: user.name,
      zone: user.zone,
      memberships: memberships.map((membership) => ({
        workspace: membership.workspace,
        role: membership.role as Role,
      })),
    };
  });
}
