import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { type Tx, withTransaction } from "@/lib/db";
import { ConflictError, NotFoundError } from "@/lib/errors";
import { RESENDABLE_STATES } from "./delivery-states";
import { enqueueDeliveries } from "./plan-deliveries";
import { ResendDeliveriesInput } from "./schemas";

/**
 * Sends again what failed, bounced or is unknown, from the files of the run. Each gets a new key, because this time
 * a second mail is wanted. Throws ConflictError when one of them arrived or the files have expired.
 */
export async function resendDeliveries(
  ctx: RequestContext,
  input: z.input<typeof ResendDeliveriesInput>,
): Promise<{ resent: number }> {
  requirePermission(ctx, "delivery:resend");
  const { executionId, deliveryIds } = ResendDeliveriesInput.parse(input);
  const ids = [...new Set(deliveryIds)];

  return withTransaction(ctx, async (tx) => {
    // Deliveries before their run, as every writer locks them: two at once then wait for each other in one order.
    await tx.$queryRaw`
      SELECT 1 FROM delivery_logs WHERE workspace_id = ${ctx.workspace.id}::uuid AND execution_id = ${executionId}::uuid
        AND id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`;
    await checkRun(tx, ctx, executionId);
    const deliveries = await findResendable(tx, ctx, executionId, ids);
    const events = deliveries.map(({ id, idempotencyKey }) => {
      const key = nextKey(idempotencyKey);
      return { deliveryId: id, key, eventId: `delivery:${id}:${key.slice(key.indexOf(AGAIN) + 1)}` };
    });
    for (const { deliveryId, key } of events)
      await tx.deliveryLog.update({
        where: { id: deliveryId, workspaceId: ctx.workspace.id },
        data: {
          state: "QUEUED",
          runId: null,
          error: null,
          queuedAt: ctx.now(),
          sendingAt: null,
          idempotencyKey: key,
        },
      });
    await tx.reportExecution.update({
      where: { id: executionId, workspaceId: ctx.workspace.id },
      data: { state: "RUNNING", stateReason: null },
    });
    await enqueueDeliveries(tx, ctx, events);
    const recipients = deliveries.map(({ recipient }) => recipient);
    await emitAudit(tx, ctx, { action: "delivery.resend", entityId: executionId, after: { recipients } });
    return { resent: deliveries.length };
  });
}

const AGAIN = ":again:";

/** `<key>:again:1`, then `<key>:again:2`: this time a second mail is wanted. */
function nextKey(idempotencyKey: string): string {
  const [original, times = "0"] = idempotencyKey.split(AGAIN);
  return `${original}${AGAIN}${Number(times) + 1}`;
}

async function findResendable(tx: Tx, ctx: RequestContext, executionId: string, ids: string[]) {
  const deliveries = await tx.deliveryLog.findMany({
    where: { workspaceId: ctx.workspace.id, executionId, id: { in: ids } },
    select: { id: true, recipient: true, state: true, idempotencyKey: true },
  });
  if (deliveries.length !== ids.length) throw new NotFoundError("delivery");
  const wrong = deliveries.find(({ state }) => !RESENDABLE_STATES.some((resendable) => resendable === state));
  if (wrong)
    throw new ConflictError(
      `The mail to ${wrong.recipient} is ${wrong.state.toLowerCase()}. Only mails that failed, bounced or are unknown can be sent again.`,
    );
  return deliveries;
}

async function checkRun(tx: Tx, ctx: RequestContext, executionId: string): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM report_executions WHERE workspace_id = ${ctx.workspace.id}::uuid AND id = ${executionId}::uuid FOR UPDATE`;
  const execution = await tx.reportExecution.findFirst({
    where: { id: executionId, workspaceId: ctx.workspace.id },
    select: {
      state: true,
      files: { where: { expiresAt: { gt: ctx.now() } }, select: { id: true }, take: 1 },
    },
  });
  if (!execution) throw new NotFoundError("run");
  if (execution.state === "CANCELLED")
    throw new ConflictError("This run was cancelled. Run the schedule again instead.");
  if (execution.files.length === 0)
    throw new ConflictError("The files of this run have expired. Run the schedule again instead.");
}
