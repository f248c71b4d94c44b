import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import type { Tx } from "@/lib/db";

export type ScheduleOutcome = {
  name: string;
  ownerId: string | null;
  /** True when this failure switched the schedule off; why is its reason. */
  disabled: boolean;
  reason: string | null;
};

/**
 * Counts how a scheduled run ended; after `maxFailures` failures in a row the schedule is switched off. The caller
 * tells people. Null when the schedule is gone.
 */
export async function recordScheduleOutcome(
  tx: Tx,
  ctx: RequestContext,
  input: { scheduleId: string; failed: boolean; reason: string },
): Promise<ScheduleOutcome | null> {
  const where = { id: input.scheduleId, workspaceId: ctx.workspace.id, deletedAt: null };
  const { count } = await tx.reportSchedule.updateMany({
    where,
    data: { consecutiveFailures: input.failed ? { increment: 1 } : 0 },
  });
  if (count === 0) return null;
  const schedule = await tx.reportSchedule.findFirstOrThrow({
    where,
    select: { name: true, ownerId: true, state: true, consecutiveFailures: true, maxFailures: true },
  });
  const { name, ownerId, state, consecutiveFailures, maxFailures } = schedule;
  if (!input.failed || state !== "ACTIVE" || consecutiveFailures < maxFailures)
    return { name, ownerId, disabled: false, reason: null };
  const reason = `${consecutiveFailures} runs failed in a row. The last: ${input.reason}`;
  await tx.reportSchedule.updateMany({
    where,
    data: { state: "DISABLED", nextRunAt: null, stateReason: reason },
  });
  await emitAudit(tx, ctx, { action: "schedule.disable", entityId: input.scheduleId, after: { reason } });
  return { name, ownerId, disabled: true, reason };
}
