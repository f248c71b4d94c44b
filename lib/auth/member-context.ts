import type { RequestContext, Role } from "@/lib/context";
import { withWorkspace } from "@/lib/db";
import { ForbiddenError } from "@/lib/errors";
import { systemContext } from "./system-context";

/**
 * A job acting for a person who asked for it, with what they may do and see now, not when they asked. Throws
 * NotFoundError for an unknown workspace, ForbiddenError when the person is no longer an active member.
 */
export async function memberContext(
  workspaceId: string,
  userId: string,
  name: string,
): Promise<RequestContext> {
  const system = await systemContext(workspaceId, name);
  const membership = await withWorkspace(workspaceId, (tx) =>
    tx.membership.findFirst({
      where: { workspaceId, userId, deactivatedAt: null, user: { deactivatedAt: null } },
      select: { role: true, user: { select: { name: true, email: true } } },
    }),
  );
  if (!membership) throw new ForbiddenError("The person who asked is no longer a member of the workspace.");
  const { role, user } = membership;
  return { ...system, actor: { kind: "user", userId, role: role as Role, ...user } };
}
