import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { requireFittingColumns } from "@/lib/data-sources/files/column-choices";
import { findFileLoad, findFileTable, requireWaiting } from "@/lib/data-sources/files/find-files";
import { keptInspection } from "@/lib/data-sources/files/kept-inspection";
import { planOf } from "@/lib/data-sources/files/plan";
import { type FileColumn, type FileLoadDto, RequestLoadInput } from "@/lib/data-sources/files/schemas";
import { FILE_LOAD_FIELDS, toFileLoadDto } from "@/lib/data-sources/files/serialize";
import { type Prisma, type Tx, withTransaction } from "@/lib/db";
import { ConflictError } from "@/lib/errors";
import { enqueue } from "@/lib/jobs";

/**
 * Sends an uploaded file on its way into a new table, into one whose rows it replaces, or to the end of one. Throws
 * InvalidInputError for columns that do not fit the file or the table, ConflictError for a name that is taken.
 */
export async function requestLoad(
  ctx: RequestContext,
  input: z.input<typeof RequestLoadInput>,
): Promise<FileLoadDto> {
  requirePermission(ctx, "file:upload");
  const request = RequestLoadInput.parse(input);
  const { target } = request;
  const load = await withTransaction(ctx, async (tx) => {
    // Before the file is looked at, which takes a while and is kept.
    if (target.mode !== "create") await findFileTable(tx, ctx, target.tableId);
    return findFileLoad(tx, ctx, request.loadId);
  });
  requireWaiting(load);
  const plan = planOf(await keptInspection(ctx, load, request.options), request);

  return withTransaction(ctx, async (tx) => {
    const before = await findFileLoad(tx, ctx, request.loadId);
    requireWaiting(before);
    if (target.mode === "create") await requireFreeName(tx, ctx, before.dataSourceId, target.tableName);
    else {
      const table = await findFileTable(tx, ctx, target.tableId);
      if (table.dataSourceId !== before.dataSourceId)
        throw new ConflictError(`“${table.name}” belongs to another data source. Upload the file there.`);
      if (target.mode === "append")
        requireFittingColumns(table.name, table.columns as FileColumn[], plan.columns);
    }
    const { count } = await tx.fileLoad.updateMany({
      where: { id: before.id, workspaceId: ctx.workspace.id, state: { in: ["UPLOADED", "FAILED"] } },
      data: {
        state: "REQUESTED",
        request: { ...request, plan } as unknown as Prisma.InputJsonValue,
        progress: 0,
        error: null,
        rows: null,
        emptiedCells: 0,
        runId: null,
        tableId: target.mode === "create" ? null : target.tableId,
      },
    });
    if (count === 0)
      throw new ConflictError(`“${before.fileName}” is being loaded. Wait until it has ended.`);
    await enqueue(tx, [
      {
        id: `file-load:${before.id}:${ctx.now().getTime()}`,
        name: "data/file-load.requested",
        data: { workspaceId: ctx.workspace.id, loadId: before.id },
      },
    ]);
    const row = await tx.fileLoad.findUniqueOrThrow({
      where: { id: before.id, workspaceId: ctx.workspace.id },
      select: FILE_LOAD_FIELDS,
    });
    const after = await toFileLoadDto(tx, row);
    await emitAudit(tx, ctx, {
      action: "file_load.request",
      entityId: before.id,
      after: { ...after, target },
    });
    return after;
  });
}

/** Tells before the file is loaded; the database tells for certain afterwards. */
async function requireFreeName(
  tx: Tx,
  ctx: RequestContext,
  dataSourceId: string,
  name: string,
): Promise<void> {
  const taken = await tx.fileTable.findFirst({
    where: {
      workspaceId: ctx.workspace.id,
      dataSourceId,
      deletedAt: null,
      name: { equals: name, mode: "insensitive" },
    },
    select: { name: true },
  });
  if (!taken) return;
  const message = `There is already a table named “${taken.name}”. Choose another name, or replace its rows.`;
  throw new ConflictError(message, { fields: { tableName: message } });
}
