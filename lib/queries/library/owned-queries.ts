import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { ConflictError } from "@/lib/errors";
import { OwnedQueriesInput, type OwnedQueries, TransferOwnedQueriesInput } from "@/lib/queries/schemas";
import { requireKeeper, requireSomebodyElse, takeableFrom } from "@/lib/sharing";
import { requireAdmin } from "./transfer-query";

/** The queries of a member, for whoever looks after them when the member leaves. Throws NotFoundError. */
export async function listOwnedQueries(
  ctx: RequestContext,
  input: z.input<typeof OwnedQueriesInput>,
): Promise<OwnedQueries> {
  requirePermission(ctx, "query:update");
  requireAdmin(ctx);
  const { userId } = OwnedQueriesInput.parse(input);

  return withTransaction(ctx, async (tx) => {
    const given = await takeableFrom(tx, ctx, userId);
    const named = await tx.query.findMany({
      where: { workspaceId: ctx.workspace.id, ownerId: userId, visibility: { not: "PRIVATE" } },
      select: { id: true, name: true, deletedAt: true },
      orderBy: { name: "asc" },
    });
    return {
      queries: named.map(({ id, name, deletedAt }) => ({ id, name, isDeleted: deletedAt !== null })),
      privateCount: (await tx.query.count({ where: given })) - named.length,
    };
  });
}

/**
 * Gives away the queries of a person, all or some, also those in the bin: private ones only when the person has left.
 * Whoever gets them vouches for their figures in the person's place. Throws NotFoundError, InvalidInputError, and ConflictError when nothing of it is there to give.
 */
export async function transferOwnedQueries(
  ctx: RequestContext,
  input: z.input<typeof TransferOwnedQueriesInput>,
): Promise<{ count: number; ownerName: string }> {
  requirePermission(ctx, "query:update");
  requireAdmin(ctx);
  const { fromUserId, ownerId, queryIds } = TransferOwnedQueriesInput.parse(input);

  return withTransaction(ctx, async (tx) => {
    const where = await takeableFrom(tx, ctx, fromUserId);
    const ownerName = await requireKeeper(tx, ctx, ownerId);
    requireSomebodyElse(fromUserId, ownerId);
    const owned = await tx.query.findMany({
      where: queryIds ? { ...where, id: { in: queryIds } } : where,
      select: { id: true },
    });
    if (owned.length === 0)
      throw new ConflictError("This person has no such queries that could be given away.");
    const workspaceId = ctx.workspace.id;
    const ids = owned.map(({ id }) => id);
    await tx.query.updateMany({ where: { workspaceId, id: { in: ids } }, data: { ownerId } });
    // Who no longer sees a query cannot vouch for its figures: they would stay empty on everybody's dashboards.
    await tx.widget.updateMany({
      where: { workspaceId, queryId: { in: ids }, vouchedById: fromUserId },
      data: { vouchedById: ownerId },
    });
    for (const { id } of owned)
      await emitAudit(tx, ctx, {
        action: "query.transfer",
        entityId: id,
        before: { ownerId: fromUserId },
        after: { ownerId },
      });
    return { count: owned.length, ownerName };
  });
}
