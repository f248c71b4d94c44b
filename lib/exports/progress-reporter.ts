import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { log } from "@/lib/log";

const PROGRESS_EVERY_MS = 1000;

/** `progress` 0–100 where it is known how much there is to do. */
export type Progress = { rows: number; bytes: number; progress?: number };

/** Writes once a second how far an export is, and notices on the way that it was cancelled. */
export class ProgressReporter {
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

  private async write(data: Progress): Promise<void> {
    const { exportId, runId } = this.held;
    try {
      const [row] = await withTransaction(this.ctx, (tx) =>
        tx.resultExport.updateManyAndReturn({
          where: { id: exportId, workspaceId: this.ctx.workspace.id, state: "RUNNING", runId },
          data,
          select: { cancelRequestedAt: true },
        }),
      );
      if (!row || row.cancelRequestedAt) this.stop.abort();
    } catch (error) {
      log.warn("The progress of an export could not be written.", { exportId }, error);
    }
  }
}
