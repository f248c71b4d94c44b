import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { ConflictError } from "@/lib/errors";
import { findQuery, toQueryDto } from "@/lib/queries/find-query";
import { findQueryUses } from "@/lib/queries/query-uses";
import { type QueryDto, QueryIdInput } from "@/lib/queries/schemas";

/** Removes a query from the library. Throws ConflictError naming the dashboards and reports that still show it. */
export async function deleteQuery(
  ctx: RequestContext,
  input: z.input<typeof QueryIdInput>,
): Promise<QueryDto> {
  requirePermission(ctx, "query:delete");
  const { queryId } = QueryIdInput.parse(input);

  return withTransaction(ctx, async (tx) => {
    const before = await toQueryDto(tx, await findQuery(tx, ctx, queryId));
    const uses = await findQueryUses(tx, ctx, queryId);
    if (uses.length > 0) {
      const named = uses
        .slice(0, 3)
        .map(({ noun, name }) =>
          name === null ? `a private ${noun} of somebody else` : `the ${noun} “${name}”`,
        );
      const more = uses.length > 3 ? ` and ${uses.length - 3} more` : "";
      throw new ConflictError(
        `“${before.name}” is shown by ${named.join(", ")}${more}. Remove it there first.`,
        { usedBy: uses },
      );
    }
    await tx.query.update({
      where: { id: before.id, workspaceId: ctx.workspace.id },
      data: { deletedAt: ctx.now() },
    });
    await emitAudit(tx, ctx, { action: "query.delete", entityId: before.id, before });
    return before;
  });
}
