/** The product's worker with one function of its own, for the test of the worker process. */
import { inngest, onEvent } from "@/inngest/client";
import { runWorker } from "@/inngest/run-worker";
import { Journal } from "./journal";

const [journalUrl = ""] = process.argv.slice(2);
const journal = new Journal(journalUrl, 1_000);

const deliver = inngest.createFunction(
  { id: "deliver", triggers: [onEvent("report/delivery.requested")] },
  async ({ event, step }) => {
    await step.run("deliver", () => journal.write(event.data.deliveryId, "delivered"));
  },
);

await runWorker([deliver]);
