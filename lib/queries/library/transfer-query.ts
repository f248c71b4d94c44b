import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { ForbiddenError } from "@/lib/errors";
import { findQuery, toQueryDto } from "@/lib/queries/find-query";
import { type QueryDto, TransferQueryInput } from "@/lib/queries/schemas";
import { queryFields } from "@/lib/queries/serialize";
import { requireKeeper } from "@/lib/sharing";

/**
 * Gives a query to another member who may change it. Owners give away their own, admins those of others. Throws
 * NotFoundError, and InvalidInputError beside `ownerId` for a viewer.
 */
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
    await requireKeeper(tx, ctx, ownerId);
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
