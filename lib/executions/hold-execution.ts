import type { RequestContext } from "@/lib/context";
import type { Tx } from "@/lib/db";
import { executionPath } from "@/lib/deliveries";
import { type PendingNotice, recordNotice } from "@/lib/notifications";
import { updateHeld } from "./claim-execution";
import type { ExecutionRow } from "./find-execution";
import { ExecutionRequest } from "./schemas";

/** Stops a run before anything is sent and tells who can act. Mail the notices after the transaction. */
export async function holdExecution(
  tx: Tx,
  ctx: RequestContext,
  held: { executionId: string; runId: string },
  execution: ExecutionRow,
  reason: string,
): Promise<PendingNotice[]> {
  const isHeld = await updateHeld(tx, ctx, held, { state: "HELD", stateReason: reason });
  if (!isHeld || execution.trigger === "TEST") return [];
  const { scheduleName } = ExecutionRequest.parse(execution.request);
  const notice = await recordNotice(tx, ctx, {
    kind: "EXECUTION_HELD",
    key: `execution-held:${execution.id}:${held.runId}`,
    title: `${scheduleName} was held`,
    body: `Nothing was sent. ${reason} Put the cause right, then release the run: it is made anew.`,
    path: executionPath(execution.id),
    ownerId: await ownerOf(tx, ctx, execution),
  });
  return [notice];
}

/** Who answers for a run: the owner of its schedule, or the person who started it. */
export async function ownerOf(
  tx: Tx,
  ctx: RequestContext,
  execution: Pick<ExecutionRow, "scheduleId" | "triggeredById" | "trigger">,
): Promise<string | null> {
  if (execution.trigger !== "SCHEDULE" && execution.triggeredById) return execution.triggeredById;
  if (!execution.scheduleId) return execution.triggeredById;
  const schedule = await tx.reportSchedule.findFirst({
    where: { id: execution.scheduleId, workspaceId: ctx.workspace.id },
    select: { ownerId: true },
  });
  return schedule?.ownerId ?? null;
}
