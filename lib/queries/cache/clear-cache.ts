import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { type Prisma, type Tx, withTransaction } from "@/lib/db";
import { assertNever, NotFoundError } from "@/lib/errors";
import { ClearCacheInput, type ClearCacheScope, type ClearedCache } from "@/lib/queries/cache/schemas";
import { findQuery } from "@/lib/queries/find-query";

/** Forgets what is kept: of everything, of a source, or of a query. The next to ask waits for the source. */
export async function clearCache(
  ctx: RequestContext,
  input: z.input<typeof ClearCacheInput>,
): Promise<ClearedCache> {
  requirePermission(ctx, "cache:clear");
  const { scope } = ClearCacheInput.parse(input);
  return withTransaction(ctx, async (tx) => {
    const where = { workspaceId: ctx.workspace.id, ...(await entriesOf(tx, ctx, scope)) };
    const removed = await tx.analyticsCache.aggregate({ where, _count: true, _sum: { bytes: true } });
    const { count: entries } = await tx.analyticsCache.deleteMany({ where });
    const cleared = { entries, bytes: removed._sum.bytes ?? 0 };
    await emitAudit(tx, ctx, {
      action: "cache.clear",
      entityId: idOf(scope),
      after: { ...scope, ...cleared },
    });
    return cleared;
  });
}

async function entriesOf(
  tx: Tx,
  ctx: RequestContext,
  scope: ClearCacheScope,
): Promise<Prisma.AnalyticsCacheWhereInput> {
  switch (scope.kind) {
    case "all":
      return {};
    case "source": {
      const where = { id: scope.dataSourceId, workspaceId: ctx.workspace.id, deletedAt: null };
      if ((await tx.dataSource.count({ where })) === 0) throw new NotFoundError("data source");
      return { dataSourceId: scope.dataSourceId };
    }
    case "query":
      return { queryId: (await findQuery(tx, ctx, scope.queryId)).id };
    default:
      return assertNever(scope);
  }
}

function idOf(scope: ClearCacheScope): string | undefined {
  if (scope.kind === "all") return undefined;
  return scope.kind === "source" ? scope.dataSourceId : scope.queryId;
}
