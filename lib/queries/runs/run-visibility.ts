/** Who sees a run: admins all, editors their own and those of queries they see, viewers their own. */
import { may } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import type { Prisma, Tx } from "@/lib/db";
import { visibleTo } from "@/lib/sharing";

export async function visibleRuns(tx: Tx, ctx: RequestContext): Promise<Prisma.QueryRunWhereInput> {
  const { actor } = ctx;
  if (actor.kind === "system" || maySeeAllRuns(ctx)) return {};
  if (actor.kind === "link") return { id: { in: [] } };
  const mine = { actorUserId: actor.userId };
  if (!may(ctx, "query:run")) return mine;
  const queries = await tx.query.findMany({
    where: { AND: [{ workspaceId: ctx.workspace.id }, await visibleTo(tx, ctx)] },
    select: { id: true },
  });
  return { OR: [mine, { queryId: { in: queries.map(({ id }) => id) } }] };
}

/** Those who answer for the sources also see, and may end, what burdens them. */
export const maySeeAllRuns = (ctx: RequestContext): boolean => may(ctx, "cache:read");

/** One's own runs; admins those of everybody. */
export const mayCancelRun = (ctx: RequestContext, run: { actorUserId: string | null }): boolean =>
  maySeeAllRuns(ctx) || (ctx.actor.kind === "user" && ctx.actor.userId === run.actorUserId);
