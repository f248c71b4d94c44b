import { mkdir, mkdtemp, rm, stat } from "node:fs/promises";
import path from "node:path";
import type { RequestContext } from "@/lib/context";
import { requireExactNumbers } from "@/lib/data-sources/files/appended-numbers";
import { closeInstances } from "@/lib/data-sources/connectors/duckdb-instance";
import { convertToParquet, type LoadPlan } from "@/lib/data-sources/files/convert-to-parquet";
import { endLoadAsFailed } from "@/lib/data-sources/files/fail-load";
import { findFileLoad, findFileTable, type FoundLoad } from "@/lib/data-sources/files/find-files";
import { localFile } from "@/lib/data-sources/files/local-file";
import { publishLoad } from "@/lib/data-sources/files/publish-load";
import { FileLoadIdInput, type LoadTarget, Misfit } from "@/lib/data-sources/files/schemas";
import { withTransaction } from "@/lib/db";
import { AppError, type ErrorCode } from "@/lib/errors";
import { log } from "@/lib/log";
import { roomOf, storage, workFolder } from "@/lib/storage";

/** What another attempt cannot change: the file, or the wish. */
const FINAL: ReadonlySet<ErrorCode> = new Set(["invalid_input", "conflict", "not_found", "limit_reached"]);
const PROGRESS_EVERY_MS = 1000;

/**
 * Loads a requested file into its table: all of it, or nothing. Called by its job, which may be killed and run again.
 * A file that cannot be loaded ends as FAILED, with the reason; errors that may pass are thrown. Stops when the load is
 * taken away from the job, by somebody who cancels it.
 */
export async function loadFile(ctx: RequestContext, input: { loadId: string; runId: string }): Promise<void> {
  const { loadId } = FileLoadIdInput.parse(input);
  const load = await claim(ctx, loadId, input.runId);
  if (load) {
    const stop = new AbortController();
    try {
      await convertAndPublish(ctx, load, input.runId, stop);
    } catch (error) {
      if (stop.signal.aborted) return;
      if (!(error instanceof AppError) || !FINAL.has(error.code)) throw error;
      const misfit = Misfit.safeParse(error.details).data;
      await endLoadAsFailed(ctx, { loadId, runId: input.runId, reason: error.message, misfit });
      return;
    }
  }
  await tidyUp(ctx, loadId, input.runId);
}

/** Also what an earlier attempt did not come to. */
async function tidyUp(ctx: RequestContext, loadId: string, runId: string): Promise<void> {
  const load = await withTransaction(ctx, (tx) => findFileLoad(tx, ctx, loadId));
  if (load.state !== "LOADED" || load.runId !== runId) return;
  closeInstances(load.dataSourceId);
  await removeUpload(ctx, load);
}

/** The same run may claim again; another one finds nothing to do. */
async function claim(ctx: RequestContext, loadId: string, runId: string): Promise<FoundLoad | null> {
  return withTransaction(ctx, async (tx) => {
    const { count } = await tx.fileLoad.updateMany({
      where: {
        id: loadId,
        workspaceId: ctx.workspace.id,
        OR: [{ state: "REQUESTED" }, { state: "LOADING", runId }],
      },
      data: { state: "LOADING", runId, progress: 0 },
    });
    return count === 1 ? findFileLoad(tx, ctx, loadId) : null;
  });
}

async function convertAndPublish(
  ctx: RequestContext,
  load: FoundLoad,
  runId: string,
  stop: AbortController,
): Promise<void> {
  const { plan, target } = load.request as unknown as { plan: LoadPlan; target: LoadTarget };
  await mkdir(workFolder(), { recursive: true, mode: 0o700 });
  const folder = await mkdtemp(path.join(workFolder(), "load-"));
  const partKey = `${ctx.workspace.id}/${load.id}/${runId.replaceAll(/[^A-Za-z0-9]/g, "")}.parquet`;
  try {
    const parquet = path.join(folder, "part.parquet");
    const file = await localFile(load);
    const converted = await convertToParquet(
      { file, plan, folder, target: parquet },
      { onProgress: progressOf(ctx, load.id, runId, stop), signal: stop.signal },
    );
    if (target.mode === "append") await requireFittingPart(ctx, target.tableId, parquet, folder);
    const { size } = await stat(parquet);
    // The upload, which goes afterwards, is counted already.
    (await roomOf(ctx)).require(size - Number(load.bytes));
    await storage().putFile(partKey, parquet, "application/vnd.apache.parquet");
    const columns = plan.columns.map(({ name, type }) => ({ name, type }));
    await publishLoad(ctx, { load, runId, target, columns, partKey, partBytes: size, ...converted });
  } catch (error) {
    await storage()
      .delete(partKey)
      .catch(() => undefined);
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function requireFittingPart(ctx: RequestContext, tableId: string, added: string, folder: string) {
  const { table, parts } = await withTransaction(ctx, async (tx) => ({
    table: await findFileTable(tx, ctx, tableId),
    parts: await tx.fileLoad.findMany({
      where: { workspaceId: ctx.workspace.id, tableId, partKey: { not: null }, partBytes: { not: null } },
      select: { partKey: true },
    }),
  }));
  const paths = await Promise.all(parts.map(({ partKey }) => storage().localPath(partKey ?? "")));
  await requireExactNumbers(table.name, { table: paths, added, folder });
}

/** Written at most once a second; it is also the sign that the job is alive, and tells it that it is not wanted. */
function progressOf(
  ctx: RequestContext,
  loadId: string,
  runId: string,
  stop: AbortController,
): (percent: number) => void {
  let lastMs = 0;
  return (percent) => {
    const nowMs = ctx.now().getTime();
    if (nowMs - lastMs < PROGRESS_EVERY_MS) return;
    lastMs = nowMs;
    const where = { id: loadId, workspaceId: ctx.workspace.id, state: "LOADING", runId };
    withTransaction(ctx, (tx) =>
      tx.fileLoad.updateMany({ where, data: { progress: Math.max(0, Math.min(99, Math.round(percent))) } }),
    ).then(
      ({ count }) => count === 0 && stop.abort(),
      (error: unknown) => log.warn("The progress of a load could not be kept.", { loadId }, error),
    );
  };
}

async function removeUpload(ctx: RequestContext, load: FoundLoad): Promise<void> {
  if (load.uploadKey) await storage().delete(load.uploadKey);
  await withTransaction(ctx, (tx) =>
    tx.fileLoad.updateMany({
      where: { id: load.id, workspaceId: ctx.workspace.id, state: "LOADED" },
      data: { uploadKey: null },
    }),
  );
}
