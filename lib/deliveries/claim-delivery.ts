import type { RequestContext } from "@/lib/context";
import type { Tx } from "@/lib/db";
import { findBlocks } from "@/lib/distribution";
import type { MailTransport } from "@/lib/mail";
import type { PendingNotice } from "@/lib/notifications";
import { type DeliveryRow, lockDelivery } from "./find-delivery";
import { DeliveryState } from "./schemas";
import { settleExecution } from "./settle-execution";

/** Providers forget a key after a day; one hour earlier it is not relied on any more. */
const KEY_TRUSTED_MS = 23 * 3_600_000;

export type Claim =
  /** Held by this run: send it. */
  | { kind: "send"; delivery: DeliveryRow }
  /** Final, before or just now. */
  | { kind: "final"; state: DeliveryState; notices: PendingNotice[] }
  /** Another run holds it. */
  | { kind: "busy" };

/**
 * Takes a delivery for this run by testing the state it leaves. A run that finds its own earlier attempt still
 * SENDING died in the middle of it: repeated where the transport recognises the key, UNKNOWN where it does not.
 */
export async function claimDelivery(
  tx: Tx,
  ctx: RequestContext,
  input: { deliveryId: string; runId: string; transport: MailTransport },
): Promise<Claim> {
  const delivery = await lockDelivery(tx, ctx, input.deliveryId);
  const state = DeliveryState.parse(delivery.state);
  if (state !== "QUEUED" && state !== "SENDING") return { kind: "final", state, notices: [] };
  if (state === "SENDING" && delivery.runId !== input.runId) return { kind: "busy" };
  if (!mayRepeat(delivery, input.transport, ctx.now())) return end(tx, ctx, delivery, UNKNOWN);
  const refusal = state === "QUEUED" ? await findRefusal(tx, ctx, delivery) : null;
  if (refusal) return end(tx, ctx, delivery, refusal);
  await tx.deliveryLog.update({
    where: { id: delivery.id, workspaceId: ctx.workspace.id },
    data: {
      state: "SENDING",
      runId: input.runId,
      attempts: { increment: 1 },
      sendingAt: delivery.sendingAt ?? ctx.now(),
    },
  });
  return { kind: "send", delivery };
}

export const UNKNOWN = {
  state: "UNKNOWN",
  error:
    "The attempt was interrupted while the mail was being sent. It may have arrived, so it was not sent again.",
} as const;

/**
 * Whether a delivery may be sent without making a second mail. `sendingAt` is the first moment since which one may
 * have left; null when none can have.
 */
export function mayRepeat(
  { sendingAt }: Pick<DeliveryRow, "sendingAt">,
  transport: MailTransport,
  now: Date,
): boolean {
  if (sendingAt === null) return true;
  return transport.idempotent && now.getTime() - sendingAt.getTime() < KEY_TRUSTED_MS;
}

/** Checked again at the last moment: people unsubscribe, addresses bounce and runs are cancelled in between. */
async function findRefusal(tx: Tx, ctx: RequestContext, delivery: DeliveryRow) {
  const execution = await tx.reportExecution.findFirstOrThrow({
    where: { id: delivery.executionId, workspaceId: ctx.workspace.id },
    select: { state: true },
  });
  if (execution.state === "CANCELLED")
    return { state: "FAILED", error: "The run was cancelled before this mail was sent." } as const;
  const block = (await findBlocks(ctx, tx, [delivery.recipient])).get(delivery.recipient);
  return block ? { state: block.state, error: block.why } : null;
}

type Ending = { state: DeliveryState; error: string };

async function end(tx: Tx, ctx: RequestContext, delivery: DeliveryRow, ending: Ending): Promise<Claim> {
  const notices = await endDelivery(tx, ctx, delivery, ending);
  return { kind: "final", state: ending.state, notices };
}

/** Makes a delivery final without a mail, and with it its run when it was the last. The caller holds the row. */
export async function endDelivery(
  tx: Tx,
  ctx: RequestContext,
  delivery: Pick<DeliveryRow, "id" | "executionId">,
  ending: Ending,
): Promise<PendingNotice[]> {
  await tx.deliveryLog.update({ where: { id: delivery.id, workspaceId: ctx.workspace.id }, data: ending });
  return settleExecution(tx, ctx, delivery.executionId);
}
