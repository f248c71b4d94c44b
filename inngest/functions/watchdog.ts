import { sweepUploads } from "@/lib/data-sources";
import { watchdog } from "@/lib/executions";
import { sweepExports } from "@/lib/exports";
import { sweepWorkFolder } from "@/lib/storage";
import { inngest } from "../client";
import { runVerb } from "./run-verb";

/** Every five minutes; one at a time, because two would tell the same. */
export const watchdogJob = inngest.createFunction(
  {
    id: "watchdog",
    name: "Watchdog",
    triggers: [{ cron: "*/5 * * * *" }],
    retries: 0,
    concurrency: { limit: 1 },
  },
  async ({ step }) => {
    await step.run("watch", () => runVerb("watchdog", () => watchdog(new Date())));
    await step.run("exports", () => runVerb("watchdog", () => sweepExports(new Date())));
    await step.run("uploads", () => runVerb("watchdog", () => sweepUploads(new Date())));
    await step.run("work-folder", () => runVerb("watchdog", () => sweepWorkFolder(new Date())));
  },
);
