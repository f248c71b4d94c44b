import { memberContext } from "@/lib/auth/member-context";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { endExport } from "@/lib/exports/end-export";
import { makeDashboardFile } from "@/lib/exports/dashboards/make-dashboard-file";
import { makeResultFile } from "@/lib/exports/make-result-file";
import { ProgressReporter } from "@/lib/exports/progress-reporter";
import { roomOf } from "@/lib/storage";

/**
 * Makes the file of an export, acting for the person who asked. Stops when it is cancelled. Throws what the source
 * throws when another attempt may help; what another attempt cannot change ends the export.
 */
export async function runExport(
  ctx: RequestContext,
  input: { exportId: string; runId: string },
): Promise<void> {
  const claimed = await claimExport(ctx, input);
  if (!claimed) return;
  const stop = new AbortController();
  const reporter = new ProgressReporter(ctx, input, stop);
  const key = `${ctx.workspace.id}/${claimed.id}/${claimed.publicId}`;
  try {
    const person = await memberContext(ctx.workspace.id, claimed.createdById ?? "", "export");
    const make = claimed.dashboardId === null ? makeResultFile : makeDashboardFile;
    const room = await roomOf(ctx);
    const written = await make(
      { ...person, now: ctx.now, signal: stop.signal },
      { ...claimed, key },
      (progress) => {
        room.require(progress.bytes);
        reporter.note(progress);
      },
    );
    await reporter.settled();
    await endExport(ctx, input, { state: "COMPLETED", storageKey: key, ...written });
  } catch (error) {
    await reporter.settled();
    await endWithError(ctx, input, error, stop.signal.aborted);
  }
}

async function endWithError(
  ctx: RequestContext,
  input: { exportId: string; runId: string },
  error: unknown,
  wasStopped: boolean,
): Promise<void> {
  const isCancelled = wasStopped || (error instanceof AppError && error.code === "cancelled");
  if (isCancelled) {
    const reason = error instanceof AppError && !wasStopped ? error.message : "Cancelled.";
    return endExport(ctx, input, { state: "CANCELLED", error: reason });
  }
  // A source that is down for a moment is asked again by the engine.
  if (!(error instanceof AppError) || error.code === "source_unreachable" || error.code === "storage_failed")
    throw error;
  await endExport(ctx, input, { state: "FAILED", error: error.message });
}

/** Takes an export for this job by testing the state it leaves; the same job may take it again. */
function claimExport(ctx: RequestContext, { exportId, runId }: { exportId: string; runId: string }) {
  const workspaceId = ctx.workspace.id;
  return withTransaction(ctx, async (tx) => {
    const [row] = await tx.resultExport.updateManyAndReturn({
      where: { id: exportId, workspaceId, OR: [{ state: "PENDING" }, { state: "RUNNING", runId }] },
      data: { state: "RUNNING", runId, startedAt: ctx.now(), rows: 0, bytes: 0, progress: 0 },
    });
    return row ?? null;
  });
}
