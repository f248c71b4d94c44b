import type { RequestContext } from "@/lib/context";
import { withoutWorkspace, withTransaction } from "@/lib/db";
import { deleteStoredDocument } from "@/lib/deliveries";
import { type Found, sweepEach } from "@/lib/jobs";
import { storage } from "@/lib/storage";

const BATCH = 500;

/**
 * Removes files past their time: the object first, then the row, so that nothing is left in the store that nobody
 * knows of. With the last file of a run goes what it was made from; the record of the run stays.
 */
export async function deleteExpiredFiles(now: Date): Promise<number> {
  const expired = await withoutWorkspace(
    (tx) =>
      tx.$queryRaw<Found[]>`
        SELECT workspace_id, id FROM expired_files(${now}::timestamptz, ${BATCH}::int)`,
  );
  const failure = { message: "An expired file could not be removed; it is tried again.", idName: "fileId" };
  return sweepEach(expired, { now, failure }, deleteFile);
}

async function deleteFile(ctx: RequestContext, { id }: Found): Promise<void> {
  const where = { id, workspaceId: ctx.workspace.id };
  const file = await withTransaction(ctx, (tx) =>
    tx.reportFile.findFirst({ where, select: { storageKey: true, executionId: true } }),
  );
  if (!file) return;
  await storage().delete(file.storageKey);
  const left = await withTransaction(ctx, (tx) =>
    tx.reportFile.count({
      where: { executionId: file.executionId, workspaceId: ctx.workspace.id, NOT: { id } },
    }),
  );
  if (left === 0) await deleteStoredDocument(ctx, file.executionId);
  await withTransaction(ctx, (tx) => tx.reportFile.deleteMany({ where }));
}
