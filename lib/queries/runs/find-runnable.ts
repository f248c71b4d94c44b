import type { RequestContext } from "@/lib/context";
import type { Tx } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { QueryDefinition } from "@/lib/queries/schemas";
import { maySee } from "@/lib/queries/visibility";

/** What is needed to answer a saved query, and no more. Throws NotFoundError as `findQuery`. */
export async function findRunnable(
  tx: Tx,
  ctx: RequestContext,
  queryId: string,
): Promise<{ definition: QueryDefinition; dataSourceId: string }> {
  const row = await tx.query.findFirst({
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
  if (!row || !(await maySee(tx, ctx, row))) throw new NotFoundError("query");
  return { definition: QueryDefinition.parse(row.definition), dataSourceId: row.dataSourceId };
}
