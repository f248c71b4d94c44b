import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { QueryDefinition } from "@/lib/queries/schemas";
import { maySee } from "@/lib/queries/visibility";

/** What is needed to answer a saved query, and no more. Throws NotFoundError as `findQuery`. */
export async function findRunnable(
  ctx: RequestContext,
  queryId: string,
): Promise<{ definition: QueryDefinition; dataSourceId: string }> {
  const row = await withTransaction(ctx, async (tx) => {
    const found = await tx.query.findFirst({
      where: { id: queryId, workspaceId: ctx.workspace.id, deletedAt: null },
      select: {
        definition: true,
        dataSourceId: true,
        ownerId: true,
        visibility: true,
        departmentId: true,
        jobRoles: true,
      },
    });
    return found && (await maySee(tx, ctx, found)) ? found : null;
  });
  if (!row) throw new NotFoundError("query");
  return { definition: QueryDefinition.parse(row.definition), dataSourceId: row.dataSourceId };
}
