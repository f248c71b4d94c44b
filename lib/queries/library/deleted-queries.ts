import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { deleterNames, emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { withTransaction, withUniqueName } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { namesOf, toQueryDto } from "@/lib/queries/find-query";
import { type DeletedQueryDto, type QueryDto, QueryIdInput } from "@/lib/queries/schemas";
import { queryFields, serializeSummary, summaryFields } from "@/lib/queries/serialize";
import { maySee, visibleTo } from "@/lib/sharing";

const SHOWN = 200;

/** What was deleted and can come back, newest first, with who deleted it; queries of sources that are gone stay gone. */
export async function listDeletedQueries(ctx: RequestContext): Promise<DeletedQueryDto[]> {
  requirePermission(ctx, "query:delete");
  return withTransaction(ctx, async (tx) => {
    const rows = await tx.query.findMany({
      where: {
        workspaceId: ctx.workspace.id,
        deletedAt: { not: null },
        dataSource: { deletedAt: null },
        AND: [await visibleTo(tx, ctx)],
      },
      select: { ...summaryFields(ctx), deletedAt: true },
      orderBy: { deletedAt: "desc" },
      take: SHOWN,
    });
    const names = await namesOf(
      tx,
      rows.map((row) => row.ownerId),
    );
    const deletedBy = await deleterNames(
      tx,
      ctx,
      "query",
      rows.map((row) => row.id),
    );
    return rows.map((row) => ({
      ...serializeSummary(row, names),
      deletedAt: row.deletedAt?.toISOString() ?? "",
      deletedByName: deletedBy.get(row.id) ?? null,
    }));
  });
}

/** Takes a query back out of the bin. Throws NotFoundError, and ConflictError when its name is taken by now. */
export async function restoreQuery(
  ctx: RequestContext,
  input: z.input<typeof QueryIdInput>,
): Promise<QueryDto> {
  requirePermission(ctx, "query:delete");
  const { queryId } = QueryIdInput.parse(input);
  const deleted = { id: queryId, workspaceId: ctx.workspace.id, deletedAt: { not: null } };

  const { name } = await withTransaction(ctx, async (tx) => {
    const row = await tx.query.findFirst({
      where: { ...deleted, dataSource: { deletedAt: null } },
      select: queryFields(ctx),
    });
    if (!row || !(await maySee(tx, ctx, row))) throw new NotFoundError("query");
    return row;
  });
  return withUniqueName("query", name, () =>
    withTransaction(ctx, async (tx) => {
      const row = await tx.query.update({
        where: deleted,
        data: { deletedAt: null },
        select: queryFields(ctx),
      });
      const after = await toQueryDto(tx, row);
      await emitAudit(tx, ctx, { action: "query.restore", entityId: row.id, after });
      return after;
    }),
  );
}
