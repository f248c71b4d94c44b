import { systemContext } from "@/lib/auth/system-context";
import { failExecution, generateExecution } from "@/lib/executions";
import { JOB_EVENT_SCHEMAS } from "@/lib/jobs";
import { inngest, onEvent } from "../client";
import { runVerb } from "./run-verb";

const JOB = "generate-report";
const EVENT = "report/execution.requested";
const RETRIES = 3;
/** Runs of one workspace at the same time: its data source is asked by people too. */
const RUNS_PER_WORKSPACE = 2;

/**
 * One run of a report. Started once per event; the event's id and the claim keep it single, and a run that is
 * released or recovered asks for another job with an event of its own.
 */
export const generateReportJob = inngest.createFunction(
  {
    id: JOB,
    name: "Generate report",
    triggers: [onEvent(EVENT)],
    retries: RETRIES,
    concurrency: { limit: RUNS_PER_WORKSPACE, key: "event.data.workspaceId" },
    onFailure: async ({ event, error, step }) => {
      const { workspaceId, executionId } = JOB_EVENT_SCHEMAS[EVENT].parse(event.data.event.data);
      await step.run("fail", () =>
        runVerb(JOB, async () => {
          const ctx = await systemContext(workspaceId, JOB);
          await failExecution(ctx, { executionId, runId: event.data.run_id, reason: error.message });
        }),
      );
    },
  },
  ({ event, step, runId, attempt }) =>
    step.run("generate", () =>
      runVerb(JOB, async () => {
        const ctx = await systemContext(event.data.workspaceId, JOB);
        const mayRetry = attempt < RETRIES;
        return generateExecution(ctx, { executionId: event.data.executionId, runId, mayRetry });
      }),
    ),
);
