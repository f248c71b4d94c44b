import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { ConflictError } from "@/lib/errors";
import { findExecution, lockExecution } from "./find-execution";
import { ExecutionIdInput, type ExecutionState } from "./schemas";

const CANCELLABLE = ["PENDING", "RUNNING", "HELD"];

/** Stops a run: mails that have not left are not sent. A mail that is being sent at this moment still goes out. */
export async function cancelExecution(
  ctx: RequestContext,
  input: z.input<typeof ExecutionIdInput>,
): Promise<{ id: string; state: ExecutionState }> {
  requirePermission(ctx, "schedule:run");
  const { executionId } = ExecutionIdInput.parse(input);
  const reason = `Cancelled by ${ctx.actor.name}.`;

  return withTransaction(ctx, async (tx) => {
    const { id } = await findExecution(tx, ctx, executionId);
    // Deliveries before their run, as every writer locks them.
    await tx.deliveryLog.updateMany({
      where: { workspaceId: ctx.workspace.id, executionId: id, state: "QUEUED" },
      data: { state: "FAILED", error: `${reason} This mail was not sent.` },
    });
    const before = await lockExecution(tx, ctx, id);
    if (!CANCELLABLE.includes(before.state))
      throw new ConflictError(
        `This run is ${before.state.toLowerCase()} already. There is nothing left to cancel.`,
      );
    await tx.reportExecution.update({
      where: { id, workspaceId: ctx.workspace.id },
      data: { state: "CANCELLED", stateReason: reason, finishedAt: ctx.now() },
    });
    await emitAudit(tx, ctx, { action: "execution.cancel", entityId: id, before: { state: before.state } });
    return { id, state: "CANCELLED" };
  });
}
