import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { log } from "@/lib/log";
import { storage } from "@/lib/storage";

/**
 * Removes the Parquet files of a source that belong to no table any more: their rows were replaced, or their table
 * was deleted. The object first, then the row, so that nothing is left in the store that nobody knows of.
 */
export async function removeDeadParts(ctx: RequestContext, dataSourceId: string): Promise<void> {
  const where = { workspaceId: ctx.workspace.id, dataSourceId, partKey: { not: null }, partBytes: null };
  const dead = await withTransaction(ctx, (tx) =>
    tx.fileLoad.findMany({ where, select: { id: true, partKey: true } }),
  );
  for (const { id, partKey } of dead) {
    try {
      await storage().delete(partKey ?? "");
      await withTransaction(ctx, (tx) =>
        tx.fileLoad.updateMany({ where: { ...where, id }, data: { partKey: null } }),
      );
    } catch (error) {
      log.warn(
        "A replaced file could not be removed; it is tried again after the next load.",
        { loadId: id },
        error,
      );
    }
  }
}
