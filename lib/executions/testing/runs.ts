import { failDelivery, sendDelivery } from "@/lib/deliveries";
import type { MailMessage, MailTransport } from "@/lib/mail";
import { runScheduleNow } from "@/lib/schedules";
import { createMorningReport } from "@/lib/schedules/testing/morning-report";
import { withTransaction } from "@/lib/db";
import type { TestWorkspace } from "@/tests/support/factories";
import { generateExecution } from "../generate-execution";

type Overrides = NonNullable<Parameters<typeof createMorningReport>[1]>;

export const to = (...names: string[]): Overrides["recipients"] =>
  names.map((name) => ({ type: "address", email: `${name}@harbor.example`, kind: "TO" }));

/** A schedule of the editor's, run by hand up to where its job would begin. HTML, because it is made quickly. */
export async function requestRun(workspace: TestWorkspace, overrides: Overrides = {}): Promise<string> {
  const schedule = await createMorningReport(workspace.as("EDITOR"), { formats: ["HTML"], ...overrides });
  return (await runScheduleNow(workspace.as("EDITOR"), { scheduleId: schedule.id })).executionId;
}

/** A run whose files are made and whose deliveries wait. */
export async function generatedRun(workspace: TestWorkspace, overrides: Overrides = {}): Promise<string> {
  const executionId = await requestRun(workspace, overrides);
  await generateExecution(workspace.system(), { executionId, runId: "generate-1" });
  return executionId;
}

export const deliveriesOf = (workspace: TestWorkspace, executionId: string) =>
  withTransaction(workspace.system(), (tx) =>
    tx.deliveryLog.findMany({ where: { executionId }, orderBy: { recipient: "asc" } }),
  );

export const executionOf = (workspace: TestWorkspace, executionId: string) =>
  withTransaction(workspace.system(), (tx) =>
    tx.reportExecution.findFirstOrThrow({ where: { id: executionId } }),
  );

type SendOptions = { transport?: MailTransport; attempt?: number; runId?: string; maxAttempts?: number };

export function send(workspace: TestWorkspace, deliveryId: string, options: SendOptions = {}) {
  const { transport, attempt = 0, runId = "send-1", maxAttempts = 5 } = options;
  return sendDelivery(workspace.system(), { deliveryId, runId, attempt, maxAttempts }, transport);
}

export const giveUp = (workspace: TestWorkspace, deliveryId: string, runId = "send-1") =>
  failDelivery(workspace.system(), { deliveryId, runId, reason: "The store does not answer." });

/** Sends every waiting mail of a run. */
export async function sendAll(
  workspace: TestWorkspace,
  executionId: string,
  options: SendOptions = {},
): Promise<void> {
  for (const { id, state } of await deliveriesOf(workspace, executionId))
    if (state === "QUEUED") await send(workspace, id, options);
}

/** A provider that does what a test says, and keeps what it was given. */
export function provider(
  behave: (message: MailMessage, sends: number) => void | Promise<void>,
  { idempotent = true }: { idempotent?: boolean } = {},
): MailTransport & { sent: { to: string; key: string; message: MailMessage }[] } {
  const sent: { to: string; key: string; message: MailMessage }[] = [];
  return {
    name: "smtp",
    idempotent,
    sent,
    async send(message, { idempotencyKey }) {
      await behave(message, sent.length);
      sent.push({ to: message.to, key: idempotencyKey, message });
      return { providerMessageId: `provider-${sent.length}` };
    },
  };
}
