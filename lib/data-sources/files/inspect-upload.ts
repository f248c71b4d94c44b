import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { tableNameOf } from "@/lib/data-sources/files/column-names";
import { findFileLoad, requireWaiting } from "@/lib/data-sources/files/find-files";
import { inspectAndKeep } from "@/lib/data-sources/files/kept-inspection";
import { type FileInspection, InspectUploadInput } from "@/lib/data-sources/files/schemas";
import { withTransaction } from "@/lib/db";

/** How an uploaded file would be read, with types to be corrected. Throws InvalidInputError for what is no table. */
export async function inspectUpload(
  ctx: RequestContext,
  input: z.input<typeof InspectUploadInput>,
): Promise<FileInspection> {
  requirePermission(ctx, "file:upload");
  const { loadId, options } = InspectUploadInput.parse(input);
  const { load, taken } = await withTransaction(ctx, async (tx) => {
    const found = await findFileLoad(tx, ctx, loadId);
    requireWaiting(found);
    const tables = await tx.fileTable.findMany({
      where: { workspaceId: ctx.workspace.id, dataSourceId: found.dataSourceId, deletedAt: null },
      select: { name: true },
    });
    return { load: found, taken: tables.map(({ name }) => name) };
  });
  const { inspection } = await inspectAndKeep(ctx, load, options);
  return { ...inspection, tableName: tableNameOf(load.fileName, taken) };
}
