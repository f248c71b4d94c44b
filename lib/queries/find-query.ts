import type { RequestContext } from "@/lib/context";
import { DIALECTS, type Dialect, SourceKind } from "@/lib/data-sources/schemas";
import type { Tx } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import type { QueryDto } from "@/lib/queries/schemas";
import { type QueryRow, queryFields, serializeQuery } from "@/lib/queries/serialize";
import { maySee } from "@/lib/sharing";

/** A query of the workspace that the person may see. Throws NotFoundError for any other, deleted or unknown id. */
export async function findQuery(tx: Tx, ctx: RequestContext, queryId: string): Promise<QueryRow> {
  const row = await tx.query.findFirst({
    where: { id: queryId, workspaceId: ctx.workspace.id, deletedAt: null },
    select: queryFields(ctx),
  });
  if (!row || !(await maySee(tx, ctx, row))) throw new NotFoundError("query");
  return row;
}

/** The DTO of a row, with its owner's name. */
export async function toQueryDto(tx: Tx, row: QueryRow): Promise<QueryDto> {
  return serializeQuery(row, await namesOf(tx, [row.ownerId]));
}

/** Names by user id. */
export async function namesOf(tx: Tx, userIds: (string | null)[]): Promise<Map<string, string>> {
  const ids = [...new Set(userIds.flatMap((id) => id ?? []))];
  if (ids.length === 0) return new Map();
  const people = await tx.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(people.map(({ id, name }) => [id, name]));
}

/** What SQL a source of the workspace speaks. Throws NotFoundError when it is not one of the workspace. */
export async function findDialect(tx: Tx, ctx: RequestContext, dataSourceId: string): Promise<Dialect> {
  const found = await tx.dataSource.findFirst({
    where: { id: dataSourceId, workspaceId: ctx.workspace.id, deletedAt: null },
    select: { kind: true },
  });
  if (!found) throw new NotFoundError("data source");
  return DIALECTS[SourceKind.parse(found.kind)];
}
