import type { RequestContext } from "@/lib/context";
import type { Tx } from "@/lib/db";
import { ExecutionRequest } from "@/lib/executions/schemas";
import { type PendingNotice, recordNotice } from "@/lib/notifications";
import { recordScheduleOutcome, type ScheduleOutcome } from "@/lib/schedules";
import { type DeliveryCounts, type ExecutionOutcome, OPEN_STATES, outcomeOf } from "./delivery-states";
import { executionPath } from "./execution-path";
import { DeliveryState } from "./schemas";

/**
 * Ends a run whose deliveries are all final; called in the transaction in which one became final. The run's row is
 * locked first, so of two last deliveries the second sees the first. Mail the notices after the transaction.
 */
export async function settleExecution(
  tx: Tx,
  ctx: RequestContext,
  executionId: string,
): Promise<PendingNotice[]> {
  await tx.$queryRaw`
    SELECT 1 FROM report_executions WHERE workspace_id = ${ctx.workspace.id}::uuid AND id = ${executionId}::uuid FOR UPDATE`;
  const execution = await tx.reportExecution.findFirst({
    where: { id: executionId, workspaceId: ctx.workspace.id, state: "RUNNING" },
    select: {
      id: true,
      scheduleId: true,
      trigger: true,
      request: true,
      finishedAt: true,
      triggeredById: true,
    },
  });
  if (!execution) return [];
  if (await hasOpenDelivery(tx, ctx, executionId)) return [];
  const outcome = outcomeOf(await countDeliveries(tx, ctx, executionId));
  if (outcome === null) return [];
  await tx.reportExecution.update({
    where: { id: execution.id, workspaceId: ctx.workspace.id },
    data: { state: outcome.state, stateReason: outcome.reason, progress: 100, finishedAt: ctx.now() },
  });
  if (execution.trigger === "TEST") return [];
  const schedule = await countOutcome(tx, ctx, execution, outcome);
  if (outcome.state === "COMPLETED") return [];
  const name = ExecutionRequest.parse(execution.request).scheduleName;
  const ownerId = schedule?.ownerId ?? execution.triggeredById;
  return [
    await recordNotice(tx, ctx, {
      kind: "DELIVERY_FAILED",
      key: `delivery-failed:${execution.id}:${ctx.now().toISOString()}`,
      title: `${name}: not everybody received it`,
      body: `${outcome.reason} ${await firstErrors(tx, ctx, executionId)} Open the run to see who, and to send it again.`,
      path: executionPath(execution.id),
      ownerId,
    }),
    ...(await disabledNotice(tx, ctx, execution.scheduleId, schedule)),
  ];
}

/** Told when a failure switched a schedule off. */
export async function disabledNotice(
  tx: Tx,
  ctx: RequestContext,
  scheduleId: string | null,
  outcome: ScheduleOutcome | null,
): Promise<PendingNotice[]> {
  if (!scheduleId || !outcome?.disabled) return [];
  const notice = await recordNotice(tx, ctx, {
    kind: "SCHEDULE_DISABLED",
    key: `schedule-disabled:${scheduleId}:${ctx.now().toISOString()}`,
    title: `${outcome.name} was switched off`,
    body: `${outcome.reason} Nobody receives it until it is resumed. Put the cause right, then resume the schedule.`,
    path: `schedules/${scheduleId}`,
    ownerId: outcome.ownerId,
  });
  return [notice];
}

type Settled = { scheduleId: string | null; trigger: string; finishedAt: Date | null };

/** Only scheduled runs count. A run settled before, whose mails were sent again, may count as a success, not as another failure. */
async function countOutcome(tx: Tx, ctx: RequestContext, execution: Settled, outcome: ExecutionOutcome) {
  const { scheduleId, trigger, finishedAt } = execution;
  const failed = outcome.state === "FAILED";
  if (!scheduleId) return null;
  if (trigger !== "SCHEDULE" || (failed && finishedAt !== null)) {
    const schedule = await tx.reportSchedule.findFirst({
      where: { id: scheduleId, workspaceId: ctx.workspace.id },
      select: { name: true, ownerId: true },
    });
    return schedule && { ...schedule, disabled: false, reason: null };
  }
  return recordScheduleOutcome(tx, ctx, { scheduleId, failed, reason: outcome.reason ?? "" });
}

/** Asked first: with ten thousand deliveries, counting them ten thousand times would take minutes. */
async function hasOpenDelivery(tx: Tx, ctx: RequestContext, executionId: string): Promise<boolean> {
  const open = await tx.deliveryLog.findFirst({
    where: { workspaceId: ctx.workspace.id, executionId, state: { in: [...OPEN_STATES] } },
    select: { id: true },
  });
  return open !== null;
}

async function countDeliveries(tx: Tx, ctx: RequestContext, executionId: string): Promise<DeliveryCounts> {
  const groups = await tx.deliveryLog.groupBy({
    by: ["state"],
    where: { workspaceId: ctx.workspace.id, executionId },
    _count: true,
  });
  return Object.fromEntries(groups.map((group) => [DeliveryState.parse(group.state), group._count]));
}

async function firstErrors(tx: Tx, ctx: RequestContext, executionId: string): Promise<string> {
  const rows = await tx.deliveryLog.findMany({
    where: {
      workspaceId: ctx.workspace.id,
      executionId,
      error: { not: null },
      state: { notIn: ["SENT", "DELIVERED"] },
    },
    select: { error: true },
    distinct: ["error"],
    take: 2,
  });
  return rows.map(({ error }) => error).join(" ");
}
