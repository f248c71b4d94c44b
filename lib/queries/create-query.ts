import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { withTransaction, withUniqueName } from "@/lib/db";
import { checkSql } from "@/lib/queries/compile-sql";
import { requireDataSource } from "@/lib/queries/find-query";
import { CreateQueryInput, type QueryDto } from "@/lib/queries/schemas";
import { QUERY_FIELDS, serializeQuery } from "@/lib/queries/serialize";

/** Saves a query as version 1. Throws InvalidInputError with `details.position` for a text that cannot be run. */
export async function createQuery(
  ctx: RequestContext,
  input: z.input<typeof CreateQueryInput>,
): Promise<QueryDto> {
  requirePermission(ctx, "query:create");
  const fields = CreateQueryInput.parse(input);
  checkSql(fields.definition.sql, fields.definition.parameters);
  const authorId = ctx.actor.kind === "user" ? ctx.actor.userId : null;

  return withUniqueName("query", fields.name, () =>
    withTransaction(ctx, async (tx) => {
      await requireDataSource(tx, ctx, fields.dataSourceId);
      const row = await tx.query.create({
        data: { ...fields, workspaceId: ctx.workspace.id, createdById: authorId },
        select: QUERY_FIELDS,
      });
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
      const after = serializeQuery(row);
      await emitAudit(tx, ctx, { action: "query.create", entityId: row.id, after });
      return after;
    }),
  );
}
