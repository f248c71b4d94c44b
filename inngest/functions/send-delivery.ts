import { systemContext } from "@/lib/auth/system-context";
import { failDelivery, sendDelivery } from "@/lib/deliveries";
import { JOB_EVENT_SCHEMAS } from "@/lib/jobs";
import { inngest, onEvent } from "../client";
import { runVerb } from "./run-verb";

const JOB = "send-delivery";
const EVENT = "report/delivery.requested";
const RETRIES = 4;
/** Mails of one workspace at the same time: one with ten thousand recipients must not hold up the others. */
const MAILS_PER_WORKSPACE = 4;

/** One mail to one recipient. The engine waits longer from attempt to attempt. */
export const sendDeliveryJob = inngest.createFunction(
  {
    id: JOB,
    name: "Send delivery",
    triggers: [onEvent(EVENT)],
    retries: RETRIES,
    concurrency: { limit: MAILS_PER_WORKSPACE, key: "event.data.workspaceId" },
    onFailure: async ({ event, error, step }) => {
      const { workspaceId, deliveryId } = JOB_EVENT_SCHEMAS[EVENT].parse(event.data.event.data);
      await step.run("fail", () =>
        runVerb(JOB, async () => {
          const ctx = await systemContext(workspaceId, JOB);
          await failDelivery(ctx, { deliveryId, runId: event.data.run_id, reason: error.message });
        }),
      );
    },
  },
  ({ event, step, runId, attempt, maxAttempts }) =>
    step.run("send", () =>
      runVerb(JOB, async () => {
        const ctx = await systemContext(event.data.workspaceId, JOB);
        return sendDelivery(ctx, {
          deliveryId: event.data.deliveryId,
          runId,
          attempt,
          maxAttempts: maxAttempts ?? RETRIES + 1,
        });
      }),
    ),
);
