import { memberContext } from "@/lib/auth/member-context";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { endExport } from "@/lib/exports/end-export";
import { ExportFormat, ExportRequest } from "@/lib/exports/schemas";
import { exportReader, type Progress } from "@/lib/exports/write-export";
import { log } from "@/lib/log";
import { getQuery, streamQuery } from "@/lib/queries";
import { roomOf } from "@/lib/storage";

/** What people do not wait for may take longer than what they wait for. */
const EXPORT_TIMEOUT_MS = 60 * 60_000;
const PROGRESS_EVERY_MS = 1000;

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
    const { definition, values, range } = ExportRequest.parse(claimed.request);
    const { dataSourceId, queryId, name } = claimed;
    // It may no longer be shared with them.
    if (queryId) await getQuery(person, { queryId });
    const room = await roomOf(ctx);
    const written = await streamQuery(
      person,
      { dataSourceId, queryId, definition, values, range },
      { timeoutMs: EXPORT_TIMEOUT_MS, signal: stop.signal },
      exportReader(
        ExportFormat.parse(claimed.format),
        key,
        {
          zone: ctx.workspace.zone,
          title: name,
          creator: ctx.workspace.name,
          createdAt: ctx.now().toISOString(),
        },
        (progress) => {
          room.require(progress.bytes);
          reporter.note(progress);
        },
      ),
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
      data: { state: "RUNNING", runId, startedAt: ctx.now(), rows: 0, bytes: 0 },
    });
    return row ?? null;
  });
}

/** Writes once a second how far an export is, and notices on the way that it was cancelled. */
class ProgressReporter {
  private lastAt = 0;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly ctx: RequestContext,
    private readonly held: { exportId: string; runId: string },
    private readonly stop: AbortController,
  ) {}

  note(progress: Progress): void {
    const now = performance.now();
    if (now - this.lastAt < PROGRESS_EVERY_MS) return;
    this.lastAt = now;
    this.writing = this.writing.then(() => this.write(progress));
  }

  settled(): Promise<void> {
    return this.writing;
  }

  private async write({ rows, bytes }: Progress): Promise<void> {
    const { exportId, runId } = this.held;
    try {
      const [row] = await withTransaction(this.ctx, (tx) =>
        tx.resultExport.updateManyAndReturn({
          where: { id: exportId, workspaceId: this.ctx.workspace.id, state: "RUNNING", runId },
          data: { rows, bytes },
          select: { cancelRequestedAt: true },
        }),
      );
      if (!row || row.cancelRequestedAt) this.stop.abort();
    } catch (error) {
      log.warn("The progress of an export could not be written.", { exportId }, error);
    }
  }
}
