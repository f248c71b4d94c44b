import type { RequestContext } from "@/lib/context";
import type { Tx } from "@/lib/db";
import type { ResolvedRecipient } from "@/lib/distribution/schemas";
import { enqueue } from "@/lib/jobs";

/** Rows per statement: a statement holds at most 65,535 values. */
const ROWS_PER_INSERT = 2_000;

/**
 * One delivery per recipient under a key of its own, and one job per delivery, in the caller's transaction. Who may
 * not receive gets a row too, final from the start. Planning twice is planning once.
 */
export async function planDeliveries(
  tx: Tx,
  ctx: RequestContext,
  execution: { id: string; scheduleId: string | null },
  recipients: ResolvedRecipient[],
): Promise<void> {
  const workspaceId = ctx.workspace.id;
  const rows = recipients.map(({ email, name, kind, reason, blocked }) => ({
    workspaceId,
    executionId: execution.id,
    scheduleId: execution.scheduleId,
    recipient: email,
    recipientName: name,
    kind,
    reason,
    idempotencyKey: `${execution.id}:${email}:EMAIL`,
    queuedAt: ctx.now(),
    state: blocked?.state ?? "QUEUED",
    error: blocked?.why ?? null,
  }));
  for (let start = 0; start < rows.length; start += ROWS_PER_INSERT)
    await tx.deliveryLog.createMany({
      data: rows.slice(start, start + ROWS_PER_INSERT),
      skipDuplicates: true,
    });
  const queued = await tx.deliveryLog.findMany({
    where: { workspaceId, executionId: execution.id, state: "QUEUED" },
    select: { id: true },
  });
  await enqueueDeliveries(
    tx,
    ctx,
    queued.map(({ id }) => ({ deliveryId: id, eventId: `delivery:${id}` })),
  );
}

export function enqueueDeliveries(
  tx: Tx,
  ctx: RequestContext,
  deliveries: { deliveryId: string; eventId: string }[],
): Promise<void> {
  return enqueue(
    tx,
    deliveries.map(({ deliveryId, eventId }) => ({
      id: eventId,
      name: "report/delivery.requested",
      data: { workspaceId: ctx.workspace.id, deliveryId },
    })),
  );
}
