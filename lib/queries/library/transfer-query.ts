import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { ForbiddenError, NotFoundError } from "@/lib/errors";
import { findQuery, toQueryDto } from "@/lib/queries/find-query";
import { type QueryDto, TransferQueryInput } from "@/lib/queries/schemas";
import { queryFields } from "@/lib/queries/serialize";

/** Gives a query to another member. Owners give away their own, admins those of others. Throws NotFoundError. */
export async function transferQuery(
  ctx: RequestContext,
  input: z.input<typeof TransferQueryInput>,
): Promise<QueryDto> {
  requirePermission(ctx, "query:update");
  const { queryId, ownerId } = TransferQueryInput.parse(input);

  return withTransaction(ctx, async (tx) => {
    const before = await findQuery(tx, ctx, queryId);
    const isOwn = ctx.actor.kind === "user" && before.ownerId === ctx.actor.userId;
    if (!isOwn) requireAdmin(ctx);
    const member = await tx.membership.count({
      where: { workspaceId: ctx.workspace.id, userId: ownerId, deactivatedAt: null },
    });
    if (member === 0) throw new NotFoundError("member");
    const row = await tx.query.update({
      where: { id: before.id, workspaceId: ctx.workspace.id },
      data: { ownerId },
      select: queryFields(ctx),
    });
    await emitAudit(tx, ctx, {
      action: "query.transfer",
      entityId: row.id,
      before: { ownerId: before.ownerId },
      after: { ownerId },
    });
    return toQueryDto(tx, row);
  });
}

/** Throws ForbiddenError for everybody but admins. */
export function requireAdmin({ actor }: RequestContext): void {
  if (actor.kind === "system") return;
  if (actor.kind === "user" && (actor.role === "ADMIN" || actor.role === "OWNER")) return;
  throw new ForbiddenError("Only its owner or an admin can give this query to somebody else.");
}
