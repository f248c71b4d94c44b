import type { RequestContext } from "@/lib/context";
import { withoutWorkspace, withTransaction } from "@/lib/db";
import { enqueue, type Found, sweepEach } from "@/lib/jobs";
import { storage } from "@/lib/storage";

const BATCH = 200;
/** A running export says once a second how far it is; one that is silent this long has lost its job. */
const SILENT_MS = 15 * 60_000;

type StalledExport = Found & { state: string };
const FAILURE = { message: "An export could not be cleaned up; it is tried again.", idName: "exportId" };

/** Removes files past their time, puts back what was never begun, and ends what a dead job left. */
export async function sweepExports(now: Date): Promise<{ expired: number; recovered: number }> {
  const before = new Date(now.getTime() - SILENT_MS);
  const expired = await withoutWorkspace(
    (tx) =>
      tx.$queryRaw<Found[]>`SELECT workspace_id, id FROM expired_exports(${now}::timestamptz, ${BATCH}::int)`,
  );
  const stalled = await withoutWorkspace(
    (tx) =>
      tx.$queryRaw<
        StalledExport[]
      >`SELECT workspace_id, id, state FROM stalled_exports(${before}::timestamptz, ${BATCH}::int)`,
  );
  const options = { now, failure: FAILURE };
  return {
    expired: await sweepEach(expired, options, expire),
    recovered: await sweepEach(stalled, options, recover),
  };
}

/** The object first, then the row: nothing is left in the store that nobody knows of. */
async function expire(ctx: RequestContext, { id }: Found): Promise<void> {
  const where = { id, workspaceId: ctx.workspace.id, state: "COMPLETED" };
  const row = await withTransaction(ctx, (tx) =>
    tx.resultExport.findFirst({ where, select: { storageKey: true } }),
  );
  if (!row) return;
  if (row.storageKey) await storage().delete(row.storageKey);
  await withTransaction(ctx, (tx) =>
    tx.resultExport.updateMany({ where, data: { state: "EXPIRED", storageKey: null } }),
  );
}

async function recover(ctx: RequestContext, { id, state }: StalledExport): Promise<void> {
  const workspaceId = ctx.workspace.id;
  await withTransaction(ctx, async (tx) => {
    if (state === "PENDING") {
      await tx.resultExport.updateMany({ where: { id, workspaceId, state }, data: { updatedAt: ctx.now() } });
      await enqueue(tx, [
        {
          id: `export:${id}:${ctx.now().getTime()}`,
          name: "data/export.requested",
          data: { workspaceId, exportId: id },
        },
      ]);
      return;
    }
    await tx.resultExport.updateMany({
      where: { id, workspaceId, state: "RUNNING" },
      data: {
        state: "FAILED",
        finishedAt: ctx.now(),
        error: "The process that made the file ended. Export it again.",
      },
    });
  });
}
