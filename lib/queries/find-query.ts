import type { RequestContext } from "@/lib/context";
import type { Tx } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { QUERY_FIELDS, type QueryRow } from "@/lib/queries/serialize";

/** A query of the workspace. Throws NotFoundError for a foreign, deleted or unknown id. */
export async function findQuery(tx: Tx, ctx: RequestContext, queryId: string): Promise<QueryRow> {
  const row = await tx.query.findFirst({
    where: { id: queryId, workspaceId: ctx.workspace.id, deletedAt: null },
    select: QUERY_FIELDS,
  });
  if (!row) throw new NotFoundError("query");
  return row;
}

/** Throws NotFoundError when the source is not one of the workspace. */
export async function requireDataSource(tx: Tx, ctx: RequestContext, dataSourceId: string): Promise<void> {
  const found = await tx.dataSource.count({
    where: { id: dataSourceId, workspaceId: ctx.workspace.id, deletedAt: null },
  });
  if (found === 0) throw new NotFoundError("data source");
}
