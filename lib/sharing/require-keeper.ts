import type { RequestContext } from "@/lib/context";
import type { Tx } from "@/lib/db";
import { InvalidInputError, NotFoundError } from "@/lib/errors";

/**
 * The name of somebody to whom a thing can be given: an active member who may change what is theirs. Throws
 * NotFoundError, and InvalidInputError beside `ownerId` for a viewer.
 */
export async function requireKeeper(tx: Tx, ctx: RequestContext, userId: string): Promise<string> {
  const member = await tx.membership.findFirst({
    where: { workspaceId: ctx.workspace.id, userId, deactivatedAt: null, user: { deactivatedAt: null } },
    select: { role: true, user: { select: { name: true } } },
  });
  if (!member) throw new NotFoundError("member");
  if (member.role === "VIEWER") {
    const message = `${member.user.name} is a viewer and could not change it. Choose an editor or an admin.`;
    throw new InvalidInputError(message, { fields: { ownerId: message } });
  }
  return member.user.name;
}

/**
 * What can be taken over from a member. What is private stays with whoever works here: nobody else is to learn of it,
 * admins included. Throws NotFoundError.
 */
export async function takeableFrom(
  tx: Tx,
  ctx: RequestContext,
  userId: string,
): Promise<{ workspaceId: string; ownerId: string; visibility?: { not: string } }> {
  const member = await tx.membership.findFirst({
    where: { workspaceId: ctx.workspace.id, userId },
    select: { deactivatedAt: true },
  });
  if (!member) throw new NotFoundError("member");
  const theirs = { workspaceId: ctx.workspace.id, ownerId: userId };
  return member.deactivatedAt ? theirs : { ...theirs, visibility: { not: "PRIVATE" } };
}

/** Throws InvalidInputError when a person's things are to be given to the person. */
export function requireSomebodyElse(fromUserId: string, ownerId: string): void {
  if (ownerId !== fromUserId) return;
  throw new InvalidInputError("They are this person's already. Choose somebody else.", {
    fields: { ownerId: "Choose somebody else." },
  });
}
