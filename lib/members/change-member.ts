import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { type Prisma, type Tx, withTransaction } from "@/lib/db";
import { ConflictError, ForbiddenError } from "@/lib/errors";
import { findMember, MEMBER_FIELDS, serializeMember } from "./find-member";
import { ChangeRoleInput, type MemberDto, MemberIdInput } from "./schemas";

export async function changeMemberRole(
  ctx: RequestContext,
  input: z.input<typeof ChangeRoleInput>,
): Promise<MemberDto> {
  requirePermission(ctx, "member:update");
  const { memberId, role } = ChangeRoleInput.parse(input);
  return change(ctx, memberId, "member.change_role", { role });
}

/** Takes the person out of the workspace at once: their sessions are revoked, everywhere they are signed in. */
export async function deactivateMember(
  ctx: RequestContext,
  input: z.input<typeof MemberIdInput>,
): Promise<MemberDto> {
  requirePermission(ctx, "member:update");
  const { memberId } = MemberIdInput.parse(input);
  return change(ctx, memberId, "member.deactivate", { deactivatedAt: ctx.now() });
}

export async function reactivateMember(
  ctx: RequestContext,
  input: z.input<typeof MemberIdInput>,
): Promise<MemberDto> {
  requirePermission(ctx, "member:update");
  const { memberId } = MemberIdInput.parse(input);
  return change(ctx, memberId, "member.reactivate", { deactivatedAt: null });
}

function change(
  ctx: RequestContext,
  memberId: string,
  action: string,
  data: Pick<Prisma.MembershipUpdateInput, "role" | "deactivatedAt">,
): Promise<MemberDto> {
  return withTransaction(ctx, async (tx) => {
    // Held, so that two owners who demote one another do not both see the other as the one who stays.
    await tx.$queryRaw`
      SELECT 1 FROM memberships WHERE workspace_id = ${ctx.workspace.id}::uuid AND role = 'OWNER' ORDER BY id FOR UPDATE`;
    const before = await findMember(tx, ctx, memberId);
    const touchesOwner = before.role === "OWNER" || data.role === "OWNER";
    if (touchesOwner && ctx.actor.kind === "user" && ctx.actor.role !== "OWNER")
      throw new ForbiddenError("Only an owner can make, change or deactivate an owner.");
    const after = await tx.membership.update({ where: { id: before.id }, data, select: MEMBER_FIELDS });
    await requireActiveOwner(tx, ctx);
    if (data.deactivatedAt)
      await tx.user.update({ where: { id: before.userId }, data: { sessionVersion: { increment: 1 } } });
    await emitAudit(tx, ctx, { action, entityId: before.id, before, after });
    return serializeMember(after, ctx);
  });
}

/** A workspace without an owner could never be given one again. */
async function requireActiveOwner(tx: Tx, ctx: RequestContext): Promise<void> {
  const where = { workspaceId: ctx.workspace.id, role: "OWNER", deactivatedAt: null };
  if ((await tx.membership.count({ where })) === 0)
    throw new ConflictError(
      "The workspace needs at least one active owner. Make somebody else an owner first.",
    );
}
