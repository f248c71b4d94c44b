import type { RequestContext } from "@/lib/context";
import { endLoadAsFailed } from "@/lib/data-sources/files/fail-load";
import { withoutWorkspace, withTransaction } from "@/lib/db";
import { enqueue, type Found, sweepEach } from "@/lib/jobs";
import { storage } from "@/lib/storage";

const BATCH = 200;
/** A load that runs says each second how far it is; one that is silent this long has lost its job. */
const SILENT_MS = 15 * 60_000;
/** How long a file waits for somebody to come back to it. */
const KEPT_MS = 3 * 86_400_000;

/** How long a question that began before may still read rows that were replaced. */
const READ_MS = 15 * 60_000;

type StalledLoad = Found & { state: string };
const FAILURE = { message: "An upload could not be cleaned up; it is tried again.", idName: "loadId" };

/**
 * Puts back loads that were never begun, ends those whose job died, and removes files nobody came back to and parts
 * whose rows were replaced or deleted.
 */
export async function sweepUploads(now: Date): Promise<{ recovered: number; removed: number }> {
  const silent = new Date(now.getTime() - SILENT_MS);
  const abandoned = new Date(now.getTime() - KEPT_MS);
  const stalledLoads = await withoutWorkspace(
    (tx) =>
      tx.$queryRaw<
        StalledLoad[]
      >`SELECT workspace_id, id, state FROM stalled_file_loads(${silent}::timestamptz, ${BATCH}::int)`,
  );
  const uploads = await withoutWorkspace(
    (tx) =>
      tx.$queryRaw<
        Found[]
      >`SELECT workspace_id, id FROM abandoned_uploads(${abandoned}::timestamptz, ${BATCH}::int)`,
  );
  const unread = new Date(now.getTime() - READ_MS);
  const parts = await withoutWorkspace(
    (tx) =>
      tx.$queryRaw<
        Found[]
      >`SELECT workspace_id, id FROM dead_file_parts(${unread}::timestamptz, ${BATCH}::int)`,
  );
  const options = { now, failure: FAILURE };
  return {
    recovered: await sweepEach(stalledLoads, options, recover),
    removed: (await sweepEach(uploads, options, remove)) + (await sweepEach(parts, options, removePart)),
  };
}

async function recover(ctx: RequestContext, { id, state }: StalledLoad): Promise<void> {
  const workspaceId = ctx.workspace.id;
  if (state === "REQUESTED") {
    await withTransaction(ctx, async (tx) => {
      await tx.fileLoad.updateMany({ where: { id, workspaceId, state }, data: { state } });
      const data = { workspaceId, loadId: id };
      await enqueue(tx, [
        { id: `file-load:${id}:${ctx.now().getTime()}`, name: "data/file-load.requested", data },
      ]);
    });
    return;
  }
  const load = await withTransaction(ctx, (tx) =>
    tx.fileLoad.findFirst({ where: { id, workspaceId, state: "LOADING" }, select: { runId: true } }),
  );
  const reason = "The process that loaded the file ended. Load it again.";
  if (load) await endLoadAsFailed(ctx, { loadId: id, runId: load.runId ?? "", reason });
}

/** The object first, then the row: nothing is left in the store that nobody knows of. */
async function remove(ctx: RequestContext, { id }: Found): Promise<void> {
  const where = { id, workspaceId: ctx.workspace.id, state: { in: ["UPLOADED", "FAILED"] } };
  const load = await withTransaction(ctx, (tx) =>
    tx.fileLoad.findFirst({ where, select: { uploadKey: true } }),
  );
  if (!load?.uploadKey) return;
  await storage().delete(load.uploadKey);
  await withTransaction(ctx, (tx) => tx.fileLoad.updateMany({ where, data: { uploadKey: null } }));
}

/** As above: the object first. */
async function removePart(ctx: RequestContext, { id }: Found): Promise<void> {
  const where = { id, workspaceId: ctx.workspace.id, partKey: { not: null }, partBytes: null };
  const load = await withTransaction(ctx, (tx) =>
    tx.fileLoad.findFirst({ where, select: { partKey: true } }),
  );
  if (!load?.partKey) return;
  await storage().delete(load.partKey);
  await withTransaction(ctx, (tx) => tx.fileLoad.updateMany({ where, data: { partKey: null } }));
}
