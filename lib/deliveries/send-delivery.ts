import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { type MailMessage, type MailTransport, mailFailureKind, mailTransport } from "@/lib/mail";
import { mailNotices, type PendingNotice } from "@/lib/notifications";
import { buildMail } from "./build-mail";
import { claimDelivery, endDelivery, UNKNOWN } from "./claim-delivery";
import { OPEN_STATES } from "./delivery-states";
import { type DeliveryRow, findDelivery, lockDelivery } from "./find-delivery";
import { DeliveryState } from "./schemas";
import { settleExecution } from "./settle-execution";

export type SendInput = {
  deliveryId: string;
  /** Of the job: the same over its attempts. */
  runId: string;
  /** From 0. */
  attempt: number;
  maxAttempts: number;
};

/**
 * Sends one mail, at most once on purpose. May be killed anywhere and run again by the same job. Throws a retriable
 * AppError when another attempt may help, having put the delivery back; after the last attempt it is FAILED.
 * Everything slow happens before the claim, so that only the sending itself can end as UNKNOWN.
 */
export async function sendDelivery(
  ctx: RequestContext,
  input: SendInput,
  given?: MailTransport,
): Promise<{ state: DeliveryState | "BUSY" }> {
  const transport = given ?? (await mailTransport());
  const found = await withTransaction(ctx, (tx) => findDelivery(tx, ctx, input.deliveryId));
  const state = DeliveryState.parse(found.state);
  if (!isOpen(state)) return { state };
  const mail = await prepareMail(ctx, found);
  if ("error" in mail) return finish(ctx, found, { state: "FAILED", error: mail.error }, ["QUEUED"]);

  const claim = await withTransaction(ctx, (tx) => claimDelivery(tx, ctx, { ...input, transport }));
  if (claim.kind === "busy") return { state: "BUSY" };
  if (claim.kind === "final") {
    await mailNotices(ctx, claim.notices);
    return { state: claim.state };
  }
  return attemptSend(ctx, { input, transport, delivery: claim.delivery, message: mail.message });
}

const isOpen = (state: DeliveryState) => OPEN_STATES.some((open) => open === state);

/** A file that is gone will not come back; anything else (a store that does not answer) may. */
async function prepareMail(
  ctx: RequestContext,
  delivery: DeliveryRow,
): Promise<{ message: MailMessage } | { error: string }> {
  try {
    return { message: await buildMail(ctx, delivery) };
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found")
      return { error: "The files of this run are gone: they have expired. Run the schedule again." };
    throw error;
  }
}

type Attempt = { input: SendInput; transport: MailTransport; delivery: DeliveryRow; message: MailMessage };

async function attemptSend(
  ctx: RequestContext,
  { input, transport, delivery, message }: Attempt,
): Promise<{ state: DeliveryState }> {
  const options = { idempotencyKey: delivery.idempotencyKey, workspaceId: ctx.workspace.id };
  let providerMessageId: string | null;
  try {
    ({ providerMessageId } = await transport.send(message, options));
  } catch (error) {
    return handleFailure(ctx, { input, delivery, error });
  }
  const bytes = [
    ...message.attachments.map(({ content }) => content.length),
    message.html.length,
    message.text.length,
  ];
  const notices = await withTransaction(ctx, async (tx) => {
    const { count } = await tx.deliveryLog.updateMany({
      where: { id: delivery.id, workspaceId: ctx.workspace.id, state: "SENDING", runId: input.runId },
      data: {
        state: "SENT",
        error: null,
        providerMessageId,
        sentAt: ctx.now(),
        bytes: bytes.reduce((sum, size) => sum + size, 0),
      },
    });
    return count === 1 ? settleExecution(tx, ctx, delivery.executionId) : [];
  });
  await mailNotices(ctx, notices);
  return { state: "SENT" };
}

/** What the failure means for the mail. An error that is not a mail's says nothing about it: uncertain. */
async function handleFailure(
  ctx: RequestContext,
  { input, delivery, error }: { input: SendInput; delivery: DeliveryRow; error: unknown },
): Promise<{ state: DeliveryState }> {
  const kind = mailFailureKind(error);
  const message = error instanceof Error ? error.message : String(error);
  if (kind === "permanent")
    return finish(ctx, delivery, { state: "FAILED", error: message }, ["SENDING"], input.runId);
  if (kind === "uncertain")
    return finish(
      ctx,
      delivery,
      { state: "UNKNOWN", error: `${message} It was not sent again.` },
      ["SENDING"],
      input.runId,
    );
  // The attempt stays SENDING: the job's next one finds it and decides by the transport.
  if (kind === null) throw error;
  if (input.attempt + 1 >= input.maxAttempts) {
    const tries = input.maxAttempts === 1 ? "once" : `${input.maxAttempts} times`;
    return finish(
      ctx,
      delivery,
      { state: "FAILED", error: `${message} Tried ${tries}.` },
      ["SENDING"],
      input.runId,
    );
  }
  await withTransaction(ctx, (tx) =>
    tx.deliveryLog.updateMany({
      where: { id: delivery.id, workspaceId: ctx.workspace.id, state: "SENDING", runId: input.runId },
      data: { state: "QUEUED", error: message, sendingAt: null },
    }),
  );
  throw error;
}

type Ending = { state: DeliveryState; error: string };

async function finish(
  ctx: RequestContext,
  delivery: DeliveryRow,
  ending: Ending,
  from: ("QUEUED" | "SENDING")[],
  runId?: string,
): Promise<{ state: DeliveryState }> {
  const notices = await withTransaction(ctx, async (tx): Promise<PendingNotice[]> => {
    const { count } = await tx.deliveryLog.updateMany({
      where: {
        id: delivery.id,
        workspaceId: ctx.workspace.id,
        state: { in: from },
        ...(runId ? { runId } : {}),
      },
      data: ending,
    });
    return count === 1 ? settleExecution(tx, ctx, delivery.executionId) : [];
  });
  await mailNotices(ctx, notices);
  return { state: ending.state };
}

/**
 * Called when the job has given up for good. Not sent yet is FAILED; broken off while sending cannot be known.
 * `runId` is the job's: a delivery that another job holds is left to it.
 */
export async function failDelivery(
  ctx: RequestContext,
  input: { deliveryId: string; runId: string; reason: string },
): Promise<void> {
  const notices = await withTransaction(ctx, async (tx) => {
    const delivery = await lockDelivery(tx, ctx, input.deliveryId);
    const state = DeliveryState.parse(delivery.state);
    if (!isOpen(state) || (state === "SENDING" && delivery.runId !== input.runId)) return [];
    const ending: Ending = state === "SENDING" ? UNKNOWN : { state: "FAILED", error: input.reason };
    return endDelivery(tx, ctx, delivery, ending);
  });
  await mailNotices(ctx, notices);
}
