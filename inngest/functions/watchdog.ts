import { watchdog } from "@/lib/executions";
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
  ({ step }) => step.run("watch", () => runVerb("watchdog", () => watchdog(new Date()))),
);
