import type { RequestContext } from "@/lib/context";
import { type Tx, withoutWorkspace, withTransaction } from "@/lib/db";
import { type Found, sweepEach } from "@/lib/jobs";
import { type MailTransport, mailTransport } from "@/lib/mail";
import { mailNotices, type PendingNotice } from "@/lib/notifications";
import { endDelivery, mayRepeat, UNKNOWN } from "./claim-delivery";
import { lockDelivery } from "./find-delivery";
import { enqueueDeliveries } from "./plan-deliveries";

const MINUTE_MS = 60_000;
/** Longer than any attempt takes and than a job waits between two. */
const STALLED_AFTER_MS = 15 * MINUTE_MS;
/** A report that is more than a day late is not sent any more without somebody saying so. */
const TOO_LATE_MS = 24 * 60 * MINUTE_MS;
const BATCH = 500;

export type RecoveredDeliveries = { requeued: number; ended: number };

/**
 * Deliveries that nothing has moved for a while, their job died or was lost: queued again where that cannot send a
 * second mail, else UNKNOWN; FAILED when they are a day late. For the watchdog.
 */
export async function recoverDeliveries(now: Date, given?: MailTransport): Promise<RecoveredDeliveries> {
  const transport = given ?? (await mailTransport());
  const before = new Date(now.getTime() - STALLED_AFTER_MS);
  const stalled = await withoutWorkspace(
    (tx) =>
      tx.$queryRaw<Found[]>`
        SELECT workspace_id, id FROM stalled_deliveries(${before}::timestamptz, ${BATCH}::int)`,
  );
  const total: RecoveredDeliveries = { requeued: 0, ended: 0 };
  const failure = {
    message: "A stalled delivery could not be recovered; it is tried again.",
    idName: "deliveryId",
  };
  await sweepEach(stalled, { now, failure }, async (ctx, { id }) => {
    const result = await withTransaction(ctx, (tx) => recover(tx, ctx, id, { transport, before }));
    if (result === "requeued") total.requeued += 1;
    else if (result !== null) {
      total.ended += 1;
      await mailNotices(ctx, result);
    }
  });
  return total;
}

async function recover(
  tx: Tx,
  ctx: RequestContext,
  id: string,
  { transport, before }: { transport: MailTransport; before: Date },
): Promise<"requeued" | PendingNotice[] | null> {
  const delivery = await lockDelivery(tx, ctx, id);
  const { updatedAt } = await tx.deliveryLog.findFirstOrThrow({
    where: { id, workspaceId: ctx.workspace.id },
    select: { updatedAt: true },
  });
  const isSending = delivery.state === "SENDING";
  if ((!isSending && delivery.state !== "QUEUED") || updatedAt >= before) return null;
  if (isSending && !mayRepeat(delivery, transport, ctx.now())) return endDelivery(tx, ctx, delivery, UNKNOWN);
  if (ctx.now().getTime() - delivery.queuedAt.getTime() > TOO_LATE_MS) {
    const error = "It could not be sent within a day, so it was not sent any more.";
    return endDelivery(tx, ctx, delivery, delivery.sendingAt ? UNKNOWN : { state: "FAILED", error });
  }
  // The time since which a mail may have left (sendingAt) is kept.
  await tx.deliveryLog.update({
    where: { id, workspaceId: ctx.workspace.id },
    data: { state: "QUEUED", runId: null },
  });
  await enqueueDeliveries(tx, ctx, [
    { deliveryId: id, eventId: `delivery:${id}:after:${updatedAt.getTime()}` },
  ]);
  return "requeued";
}
