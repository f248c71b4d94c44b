import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { connectorFor } from "@/lib/data-sources/connectors";
import { findDataSource } from "@/lib/data-sources/find-data-source";
import { type DataSourceDto, DataSourceIdInput } from "@/lib/data-sources/schemas";
import { serializeDataSource } from "@/lib/data-sources/serialize";
import { type Tx, withTransaction } from "@/lib/db";
import { ConflictError } from "@/lib/errors";

/** Removes a source and forgets its password. Throws ConflictError, naming the queries, while queries use it. */
export async function deleteDataSource(
  ctx: RequestContext,
  input: z.input<typeof DataSourceIdInput>,
): Promise<DataSourceDto> {
  requirePermission(ctx, "data_source:delete");
  const { dataSourceId } = DataSourceIdInput.parse(input);

  const before = await withTransaction(ctx, async (tx) => {
    const row = await findDataSource(tx, ctx, dataSourceId);
    await refuseWhileUsed(tx, ctx, row);
    await tx.dataSource.update({
      where: { id: row.id, workspaceId: ctx.workspace.id },
      data: { deletedAt: ctx.now(), encryptedCredentials: "" },
    });
    await tx.analyticsCache.deleteMany({ where: { workspaceId: ctx.workspace.id, dataSourceId: row.id } });
    await tx.dataSourceSchema.deleteMany({ where: { workspaceId: ctx.workspace.id, dataSourceId: row.id } });
    const dto = serializeDataSource(row);
    await emitAudit(tx, ctx, { action: "data_source.delete", entityId: row.id, before: dto });
    return dto;
  });
  connectorFor(before).close(before.id);
  return before;
}

async function refuseWhileUsed(
  tx: Tx,
  ctx: RequestContext,
  source: { id: string; name: string },
): Promise<void> {
  const queries = await tx.query.findMany({
    where: { workspaceId: ctx.workspace.id, dataSourceId: source.id, deletedAt: null },
    select: { name: true },
    orderBy: { name: "asc" },
  });
  if (queries.length === 0) return;
  const names = queries.slice(0, 3).map((query) => `“${query.name}”`);
  const more = queries.length > 3 ? ` and ${queries.length - 3} more` : "";
  throw new ConflictError(
    `“${source.name}” is used by ${queries.length === 1 ? "the query" : "the queries"} ${names.join(", ")}${more}. Delete them or give them another source first.`,
    { usedBy: queries.map((query) => query.name) },
  );
}
