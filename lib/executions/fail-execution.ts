import type { RequestContext } from "@/lib/context";
import { type Tx, withTransaction } from "@/lib/db";
import { deleteStoredDocument, disabledNotice, executionPath } from "@/lib/deliveries";
import { log } from "@/lib/log";
import { mailNotices, type PendingNotice, recordNotice } from "@/lib/notifications";
import { recordScheduleOutcome } from "@/lib/schedules";
import { type ExecutionRow, lockExecution } from "./find-execution";
import { ownerOf } from "./hold-execution";
import { ExecutionRequest } from "./schemas";

/**
 * Called when the job has given up for good: the run is FAILED with the reason, its schedule counts it, and people
 * are told. `runId` is the job's; a run that another job holds, or whose mails are under way, is left alone.
 */
export async function failExecution(
  ctx: RequestContext,
  input: { executionId: string; runId: string; reason: string },
): Promise<void> {
  const notices = await withTransaction(ctx, async (tx) => {
    const execution = await lockExecution(tx, ctx, input.executionId);
    if (execution.state === "RUNNING" && execution.runId !== input.runId) return null;
    return endAsFailed(tx, ctx, execution, input.reason);
  });
  if (notices === null) return;
  await removeLeftovers(ctx, input.executionId);
  await mailNotices(ctx, notices);
}

/** Null when the run is not one that can fail. The caller holds the row. */
export async function endAsFailed(
  tx: Tx,
  ctx: RequestContext,
  execution: ExecutionRow,
  reason: string,
): Promise<PendingNotice[] | null> {
  if (!["PENDING", "RUNNING"].includes(execution.state) || execution.manifest !== null) return null;
  await tx.reportExecution.update({
    where: { id: execution.id, workspaceId: ctx.workspace.id },
    data: { state: "FAILED", stateReason: reason, finishedAt: ctx.now() },
  });
  if (execution.trigger === "TEST") return [];
  const { scheduleId, trigger } = execution;
  const outcome =
    scheduleId && trigger === "SCHEDULE"
      ? await recordScheduleOutcome(tx, ctx, { scheduleId, failed: true, reason })
      : null;
  const { scheduleName } = ExecutionRequest.parse(execution.request);
  const notice = await recordNotice(tx, ctx, {
    kind: "EXECUTION_FAILED",
    key: `execution-failed:${execution.id}`,
    title: `${scheduleName} failed`,
    body: `Nothing was sent. ${reason}`,
    path: executionPath(execution.id),
    ownerId: await ownerOf(tx, ctx, execution),
  });
  return [notice, ...(await disabledNotice(tx, ctx, scheduleId, outcome))];
}

/** A failed run is not made again, so what it was made from is of no use. Without it the run is just as failed. */
export async function removeLeftovers(ctx: RequestContext, executionId: string): Promise<void> {
  try {
    const files = await withTransaction(ctx, (tx) =>
      tx.reportFile.count({ where: { workspaceId: ctx.workspace.id, executionId } }),
    );
    if (files === 0) await deleteStoredDocument(ctx, executionId);
  } catch (error) {
    log.warn("The stored document of a failed run could not be removed.", { executionId }, error);
  }
}
