import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { type Tx, withTransaction, withUniqueName } from "@/lib/db";
import { checkDefinition } from "@/lib/queries/compile-definition";
import { findDialect, toQueryDto } from "@/lib/queries/find-query";
import { CreateQueryInput, type QueryDto } from "@/lib/queries/schemas";
import { queryFields } from "@/lib/queries/serialize";
import { requireSharing } from "@/lib/sharing";

/** Saves a query as version 1. Throws InvalidInputError with `details.position` for a text that cannot be run. */
export async function createQuery(
  ctx: RequestContext,
  input: z.input<typeof CreateQueryInput>,
): Promise<QueryDto> {
  requirePermission(ctx, "query:create");
  const fields = CreateQueryInput.parse(input);
  return withTransaction(ctx, (tx) => insertQuery(tx, ctx, fields));
}

/** The same in a transaction of the caller's, who has asked for the permission. */
export async function insertQuery(
  tx: Tx,
  ctx: RequestContext,
  input: z.input<typeof CreateQueryInput>,
): Promise<QueryDto> {
  const fields = CreateQueryInput.parse(input);
  const authorId = ctx.actor.kind === "user" ? ctx.actor.userId : null;
  checkDefinition(fields.definition, await findDialect(tx, ctx, fields.dataSourceId));
  await requireSharing(tx, ctx, "query", fields);
  const row = await withUniqueName("query", fields.name, () =>
    tx.query.create({
      data: { ...fields, workspaceId: ctx.workspace.id, ownerId: authorId, createdById: authorId },
      select: queryFields(ctx),
    }),
  );
  await tx.queryVersion.create({
    data: {
      workspaceId: ctx.workspace.id,
      queryId: row.id,
      number: row.version,
      definition: fields.definition,
      authorId,
      createdAt: ctx.now(),
    },
  });
  const after = await toQueryDto(tx, row);
  await emitAudit(tx, ctx, { action: "query.create", entityId: row.id, after });
  return after;
}
