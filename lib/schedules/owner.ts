import type { RequestContext } from "@/lib/context";
import type { Tx } from "@/lib/db";

/** False for nobody, for a person who left the workspace, and for one who was deactivated. */
export async function isActiveMember(tx: Tx, ctx: RequestContext, userId: string | null): Promise<boolean> {
  if (userId === null) return false;
  const membership = await tx.membership.findFirst({
    where: { workspaceId: ctx.workspace.id, userId, deactivatedAt: null, user: { deactivatedAt: null } },
    select: { id: true },
  });
  return membership !== null;
}

/** Shown beside an active schedule: it goes on, but nobody who answers for it can be told. */
export const OWNER_GONE =
  "Its owner is no longer active. It still runs, and the admins are told about problems. Save it to become its owner.";
