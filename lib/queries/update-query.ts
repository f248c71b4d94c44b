import { isDeepStrictEqual } from "node:util";
import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { withTransaction, withUniqueName } from "@/lib/db";
import { checkDefinition } from "@/lib/queries/compile-definition";
import { findDialect, findQuery, toQueryDto } from "@/lib/queries/find-query";
import { requireNoReport } from "@/lib/queries/require-no-report";
import { type QueryDto, UpdateQueryInput } from "@/lib/queries/schemas";
import { queryFields } from "@/lib/queries/serialize";
import { requireSharing } from "@/lib/sharing";

/**
 * Saves a query; a changed definition becomes a new version. Errors as `createQuery`, NotFoundError, and
 * InvalidInputError when it comes to depend on who reads while a published report asks it.
 */
export async function updateQuery(
  ctx: RequestContext,
  input: z.input<typeof UpdateQueryInput>,
): Promise<QueryDto> {
  requirePermission(ctx, "query:update");
  const { queryId, changeNote, ...fields } = UpdateQueryInput.parse(input);

  return withUniqueName("query", fields.name, () =>
    withTransaction(ctx, async (tx) => {
      const before = await toQueryDto(tx, await findQuery(tx, ctx, queryId));
      const dialect = await findDialect(tx, ctx, fields.dataSourceId);
      checkDefinition(fields.definition, dialect);
      await requireSharing(tx, ctx, "query", fields, before);
      const isChanged = !isDeepStrictEqual(before.definition, fields.definition);
      if (isChanged) await requireNoReport(tx, ctx, before.id, fields.definition, dialect);
      // The database raises the number: two people who save at once get two versions.
      const row = await tx.query.update({
        where: { id: before.id, workspaceId: ctx.workspace.id },
        data: { ...fields, ...(isChanged ? { version: { increment: 1 } } : {}) },
        select: queryFields(ctx),
      });
      if (isChanged)
        await tx.queryVersion.create({
          data: {
            workspaceId: ctx.workspace.id,
            queryId: row.id,
            number: row.version,
            definition: fields.definition,
            changeNote,
            authorId: ctx.actor.kind === "user" ? ctx.actor.userId : null,
            createdAt: ctx.now(),
          },
        });
      const after = await toQueryDto(tx, row);
      await emitAudit(tx, ctx, { action: "query.update", entityId: row.id, before, after });
      return after;
    }),
  );
}
