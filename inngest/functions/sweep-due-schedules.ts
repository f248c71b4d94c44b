import { sweepDueSchedules } from "@/lib/executions";
import { inngest } from "../client";
import { runVerb } from "./run-verb";

/** Each minute. A sweep that fails is not repeated: the next one finds what is still due. */
export const sweepDueSchedulesJob = inngest.createFunction(
  { id: "sweep-due-schedules", name: "Sweep due schedules", triggers: [{ cron: "* * * * *" }], retries: 0 },
  ({ step }) => step.run("sweep", () => runVerb("sweep-due-schedules", () => sweepDueSchedules(new Date()))),
);
