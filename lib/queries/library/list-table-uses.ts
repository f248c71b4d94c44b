import { z } from "zod";
import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { namesTable } from "@/lib/queries/library/names-table";
import { QueryDefinition, type QueryUseDto } from "@/lib/queries/schemas";
import { maySee } from "@/lib/sharing";

export const TableUsesInput = z.object({ dataSourceId: z.uuid(), table: z.string().min(1).max(200) });

/**
 * Queries that ask a table of uploaded files. Those the person may not see have neither name nor id: that they exist
 * matters, not what they are.
 */
export async function listTableUses(
  ctx: RequestContext,
  input: z.input<typeof TableUsesInput>,
): Promise<QueryUseDto[]> {
  requirePermission(ctx, "data_source:read");
  const { dataSourceId, table } = TableUsesInput.parse(input);
  return withTransaction(ctx, async (tx) => {
    const rows = await tx.query.findMany({
      where: { workspaceId: ctx.workspace.id, dataSourceId, deletedAt: null },
      select: {
        id: true,
        name: true,
        definition: true,
        ownerId: true,
        visibility: true,
        departmentId: true,
        jobRoles: true,
      },
      orderBy: { name: "asc" },
    });
    const uses: QueryUseDto[] = [];
    for (const { id, name, definition, ...sharing } of rows) {
      if (!namesTable(QueryDefinition.parse(definition), table)) continue;
      const isSeen = await maySee(tx, ctx, sharing);
      uses.push({ noun: "query", id: isSeen ? id : null, name: isSeen ? name : null });
    }
    return uses;
  });
}
