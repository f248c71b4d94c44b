import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { requireFittingColumns } from "@/lib/data-sources/files/column-choices";
import { findFileTable, type FoundLoad } from "@/lib/data-sources/files/find-files";
import type { FileColumn, LoadTarget } from "@/lib/data-sources/files/schemas";
import { serializeFileTable } from "@/lib/data-sources/files/serialize";
import { type Tx, withTransaction, withUniqueName } from "@/lib/db";
import { ConflictError } from "@/lib/errors";

type Publication = {
  load: FoundLoad;
  runId: string;
  target: LoadTarget;
  columns: FileColumn[];
  rows: number;
  emptied: number;
  partKey: string;
  partBytes: number;
};

/**
 * Makes the rows of a load those of its table, in one transaction: from then on questions see them, and no answer
 * from before is used again. Throws NotFoundError or ConflictError when the table is not as it was.
 */
export async function publishLoad(ctx: RequestContext, publication: Publication): Promise<void> {
  const { target } = publication;
  const name = target.mode === "create" ? target.tableName : "";
  await withUniqueName("table", name, () =>
    withTransaction(ctx, async (tx) => {
      const { before, table } = await writeTable(tx, ctx, publication);
      await endLoad(tx, ctx, publication, table.id);
      const where = { workspaceId: ctx.workspace.id, dataSourceId: table.dataSourceId };
      await tx.analyticsCache.deleteMany({ where });
      await tx.dataSourceSchema.deleteMany({ where });
      const after = serializeFileTable(table);
      const loadId = publication.load.id;
      await emitAudit(tx, ctx, {
        action: `file_table.${target.mode}`,
        entityId: table.id,
        before: before && serializeFileTable(before),
        after: { ...after, loadId, fileName: publication.load.fileName },
      });
    }),
  );
}

async function writeTable(tx: Tx, ctx: RequestContext, publication: Publication) {
  const { target, load, columns, rows, partBytes } = publication;
  const workspaceId = ctx.workspace.id;
  if (target.mode === "create") {
    const { dataSourceId } = load;
    const data = {
      workspaceId,
      dataSourceId,
      name: target.tableName,
      columns,
      rows,
      bytes: partBytes,
      version: 1,
    };
    return { before: null, table: await tx.fileTable.create({ data }) };
  }
  // Held until the end: two loads into one table come one after the other.
  await tx.$queryRaw`SELECT 1 FROM file_tables WHERE id = ${target.tableId}::uuid AND workspace_id = ${workspaceId}::uuid FOR UPDATE`;
  const before = await findFileTable(tx, ctx, target.tableId);
  const isAppend = target.mode === "append";
  if (isAppend) requireFittingColumns(before.name, before.columns as FileColumn[], columns);
  // Their Parquet files belong to the table no longer; the sweep removes them when nothing reads them any more.
  else
    await tx.fileLoad.updateMany({
      where: { workspaceId, tableId: before.id, partKey: { not: null } },
      data: { partBytes: null },
    });
  const table = await tx.fileTable.update({
    where: { id: before.id, workspaceId },
    data: {
      ...(isAppend ? {} : { columns }),
      rows: isAppend ? { increment: rows } : rows,
      bytes: isAppend ? { increment: partBytes } : partBytes,
      version: { increment: 1 },
    },
  });
  return { before, table };
}

async function endLoad(
  tx: Tx,
  ctx: RequestContext,
  publication: Publication,
  tableId: string,
): Promise<void> {
  const { load, runId, rows, emptied, partKey, partBytes } = publication;
  const { count } = await tx.fileLoad.updateMany({
    where: { id: load.id, workspaceId: ctx.workspace.id, state: "LOADING", runId },
    data: {
      state: "LOADED",
      tableId,
      rows,
      emptiedCells: emptied,
      partKey,
      partBytes,
      progress: 100,
      error: null,
      loadedAt: ctx.now(),
    },
  });
  if (count === 0) throw new ConflictError("Another job has taken this load over.");
}
