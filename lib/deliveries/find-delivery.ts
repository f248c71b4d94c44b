import type { RequestContext } from "@/lib/context";
import type { Prisma, Tx } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";

export const DELIVERY_FIELDS = {
  id: true,
  executionId: true,
  recipient: true,
  recipientName: true,
  kind: true,
  reason: true,
  state: true,
  attempts: true,
  idempotencyKey: true,
  runId: true,
  bytes: true,
  error: true,
  queuedAt: true,
  sendingAt: true,
  sentAt: true,
} satisfies Prisma.DeliveryLogSelect;

export type DeliveryRow = Prisma.DeliveryLogGetPayload<{ select: typeof DELIVERY_FIELDS }>;

/** Throws NotFoundError for a missing or foreign delivery alike. */
export async function findDelivery(tx: Tx, ctx: RequestContext, deliveryId: string): Promise<DeliveryRow> {
  const delivery = await tx.deliveryLog.findFirst({
    where: { id: deliveryId, workspaceId: ctx.workspace.id },
    select: DELIVERY_FIELDS,
  });
  if (!delivery) throw new NotFoundError("delivery");
  return delivery;
}

/** {@link findDelivery}, holding the row until the transaction ends. */
export async function lockDelivery(tx: Tx, ctx: RequestContext, deliveryId: string): Promise<DeliveryRow> {
  await tx.$queryRaw`
    SELECT 1 FROM delivery_logs WHERE workspace_id = ${ctx.workspace.id}::uuid AND id = ${deliveryId}::uuid FOR UPDATE`;
  return findDelivery(tx, ctx, deliveryId);
}
