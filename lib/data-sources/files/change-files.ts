import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { closeInstances } from "@/lib/data-sources/connectors/duckdb-instance";
import { findFileLoad, findFileTable, requireWaiting } from "@/lib/data-sources/files/find-files";
import {
  FileLoadIdInput,
  type FileTableDto,
  FileTableIdInput,
  RenameFileTableInput,
} from "@/lib/data-sources/files/schemas";
import { serializeFileTable } from "@/lib/data-sources/files/serialize";
import { type Tx, withTransaction, withUniqueName } from "@/lib/db";
import { storage } from "@/lib/storage";

/** Queries that name the table have to be changed by hand. Throws ConflictError when the name is taken. */
export async function renameFileTable(
  ctx: RequestContext,
  input: z.input<typeof RenameFileTableInput>,
): Promise<FileTableDto> {
  requirePermission(ctx, "file:upload");
  const { tableId, name } = RenameFileTableInput.parse(input);
  return withUniqueName("table", name, () =>
    withTransaction(ctx, async (tx) => {
      const before = await findFileTable(tx, ctx, tableId);
      const row = await tx.fileTable.update({
        where: { id: before.id, workspaceId: ctx.workspace.id },
        data: { name },
      });
      await forgetAnswers(tx, ctx, row.dataSourceId);
      const after = serializeFileTable(row);
      const entry = { entityId: row.id, before: serializeFileTable(before), after };
      await emitAudit(tx, ctx, { action: "file_table.rename", ...entry });
      return after;
    }),
  );
}

/** Removes a table and its rows. Queries that ask it fail from then on. */
export async function deleteFileTable(
  ctx: RequestContext,
  input: z.input<typeof FileTableIdInput>,
): Promise<FileTableDto> {
  requirePermission(ctx, "file:upload");
  const { tableId } = FileTableIdInput.parse(input);
  const deleted = await withTransaction(ctx, async (tx) => {
    const row = await findFileTable(tx, ctx, tableId);
    const workspaceId = ctx.workspace.id;
    await tx.fileTable.update({ where: { id: row.id, workspaceId }, data: { deletedAt: ctx.now() } });
    await tx.fileLoad.updateMany({
      where: { workspaceId, tableId: row.id, partKey: { not: null } },
      data: { partBytes: null },
    });
    await forgetAnswers(tx, ctx, row.dataSourceId);
    const before = serializeFileTable(row);
    await emitAudit(tx, ctx, { action: "file_table.delete", entityId: row.id, before });
    return before;
  });
  closeInstances(deleted.dataSourceId);
  return deleted;
}

/** Gives an uploaded file up before it is loaded. Throws ConflictError while it is being loaded. */
export async function discardUpload(
  ctx: RequestContext,
  input: z.input<typeof FileLoadIdInput>,
): Promise<{ id: string }> {
  requirePermission(ctx, "file:upload");
  const { loadId } = FileLoadIdInput.parse(input);
  const key = await withTransaction(ctx, async (tx) => {
    const load = await findFileLoad(tx, ctx, loadId);
    const uploadKey = requireWaiting(load);
    await tx.fileLoad.deleteMany({
      where: { id: load.id, workspaceId: ctx.workspace.id, state: { in: ["UPLOADED", "FAILED"] } },
    });
    const before = { fileName: load.fileName, bytes: Number(load.bytes) };
    await emitAudit(tx, ctx, { action: "file_load.discard", entityId: load.id, before });
    return uploadKey;
  });
  await storage().delete(key);
  return { id: loadId };
}

async function forgetAnswers(tx: Tx, ctx: RequestContext, dataSourceId: string): Promise<void> {
  const where = { workspaceId: ctx.workspace.id, dataSourceId };
  await tx.analyticsCache.deleteMany({ where });
  await tx.dataSourceSchema.deleteMany({ where });
}
