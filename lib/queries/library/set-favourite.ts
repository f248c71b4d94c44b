import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { ForbiddenError } from "@/lib/errors";
import { findQuery } from "@/lib/queries/find-query";
import { SetFavouriteInput } from "@/lib/queries/schemas";

/** Marks a query for the person who asks, or takes the mark away. Throws NotFoundError. */
export async function setFavouriteQuery(
  ctx: RequestContext,
  input: z.input<typeof SetFavouriteInput>,
): Promise<{ isFavourite: boolean }> {
  requirePermission(ctx, "query:read");
  const { queryId, isFavourite } = SetFavouriteInput.parse(input);
  if (ctx.actor.kind !== "user") throw new ForbiddenError("Only people have favourites.");
  const { userId } = ctx.actor;

  return withTransaction(ctx, async (tx) => {
    const { id } = await findQuery(tx, ctx, queryId);
    const mark = { workspaceId: ctx.workspace.id, queryId: id, userId };
    if (isFavourite)
      await tx.queryFavourite.upsert({
        where: { queryId_userId: { queryId: id, userId } },
        create: mark,
        update: {},
      });
    else await tx.queryFavourite.deleteMany({ where: mark });
    return { isFavourite };
  });
}
