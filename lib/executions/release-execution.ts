import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { ConflictError } from "@/lib/errors";
import { enqueue } from "@/lib/jobs";
import { lockExecution } from "./find-execution";
import { ExecutionIdInput, type ExecutionState } from "./schemas";

/**
 * Runs a held run again. What was stored is used; what was missing is made: a run held for a broken block is
 * prepared anew and held again when the block is still broken, one held for want of recipients goes out as it is.
 */
export async function releaseExecution(
  ctx: RequestContext,
  input: z.input<typeof ExecutionIdInput>,
): Promise<{ id: string; state: ExecutionState }> {
  requirePermission(ctx, "execution:release");
  const { executionId } = ExecutionIdInput.parse(input);

  return withTransaction(ctx, async (tx) => {
    const before = await lockExecution(tx, ctx, executionId);
    if (before.state !== "HELD")
      throw new ConflictError(`This run is ${before.state.toLowerCase()}. Only a held run can be released.`);
    await tx.reportExecution.update({
      where: { id: before.id, workspaceId: ctx.workspace.id },
      data: { state: "PENDING", stateReason: `Released by ${ctx.actor.name}.`, runId: null, progress: 0 },
    });
    await enqueue(tx, [
      {
        // The job of the run before is the same event no more.
        id: `execution:${before.id}:released:${before.updatedAt.getTime()}`,
        name: "report/execution.requested",
        data: { workspaceId: ctx.workspace.id, executionId: before.id },
      },
    ]);
    await emitAudit(tx, ctx, {
      action: "execution.release",
      entityId: before.id,
      before: { state: before.state, stateReason: before.stateReason },
      after: { state: "PENDING" },
    });
    return { id: before.id, state: "PENDING" };
  });
}
