import { systemContext } from "@/lib/auth/system-context";
import { endExport, runExport } from "@/lib/exports";
import { JOB_EVENT_SCHEMAS } from "@/lib/jobs";
import { inngest, onEvent } from "../client";
import { runVerb } from "./run-verb";

const JOB = "export-result";
const EVENT = "data/export.requested";
/** Each holds a connection of its source for as long as it takes. */
const EXPORTS_PER_WORKSPACE = 2;

/** One result into one file. */
export const exportResultJob = inngest.createFunction(
  {
    id: JOB,
    name: "Export result",
    triggers: [onEvent(EVENT)],
    retries: 2,
    concurrency: { limit: EXPORTS_PER_WORKSPACE, key: "event.data.workspaceId" },
    onFailure: async ({ event, error, step }) => {
      const { workspaceId, exportId } = JOB_EVENT_SCHEMAS[EVENT].parse(event.data.event.data);
      await step.run("fail", () =>
        runVerb(JOB, async () => {
          const ctx = await systemContext(workspaceId, JOB);
          const held = { exportId, runId: event.data.run_id };
          await endExport(ctx, held, { state: "FAILED", error: error.message });
        }),
      );
    },
  },
  ({ event, step, runId }) =>
    step.run("export", () =>
      runVerb(JOB, async () => {
        const ctx = await systemContext(event.data.workspaceId, JOB);
        await runExport(ctx, { exportId: event.data.exportId, runId });
      }),
    ),
);
