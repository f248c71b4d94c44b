import type { RequestContext } from "@/lib/context";
import { type Prisma, type Tx, withTransaction } from "@/lib/db";
import { type ExecutionRow, findExecution } from "./find-execution";

/** Takes a run for this job by testing the state it leaves; the same job may take it again. Null when it may not. */
export async function claimExecution(
  ctx: RequestContext,
  input: { executionId: string; runId: string },
): Promise<ExecutionRow | null> {
  const { executionId, runId } = input;
  return withTransaction(ctx, async (tx) => {
    const found = await findExecution(tx, ctx, executionId);
    const { count } = await tx.reportExecution.updateMany({
      where: {
        id: executionId,
        workspaceId: ctx.workspace.id,
        OR: [{ state: "PENDING" }, { state: "RUNNING", runId }],
      },
      data: { state: "RUNNING", stateReason: null, runId, startedAt: found.startedAt ?? ctx.now() },
    });
    return count === 1 ? findExecution(tx, ctx, executionId) : null;
  });
}

/**
 * Writes to a run that this job still holds. False when it was cancelled or given to another job meanwhile: then
 * this one must stop.
 */
export async function updateHeld(
  tx: Tx,
  ctx: RequestContext,
  held: { executionId: string; runId: string },
  data: Prisma.ReportExecutionUpdateManyMutationInput,
): Promise<boolean> {
  const { count } = await tx.reportExecution.updateMany({
    where: { id: held.executionId, workspaceId: ctx.workspace.id, state: "RUNNING", runId: held.runId },
    data,
  });
  return count === 1;
}
