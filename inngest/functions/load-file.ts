import { systemContext } from "@/lib/auth/system-context";
import { endLoadAsFailed, loadFile } from "@/lib/data-sources";
import { JOB_EVENT_SCHEMAS } from "@/lib/jobs";
import { recordLoadNotice } from "@/lib/notifications";
import { inngest, onEvent } from "../client";
import { runVerb } from "./run-verb";

const JOB = "load-file";
const EVENT = "data/file-load.requested";
/** Each may take a gigabyte of memory and every core for a while. */
const LOADS_AT_ONCE = 1;

/** One uploaded file into its table; then the person who uploaded it is told. */
export const loadFileJob = inngest.createFunction(
  {
    id: JOB,
    name: "Load file",
    triggers: [onEvent(EVENT)],
    retries: 2,
    concurrency: { limit: LOADS_AT_ONCE },
    onFailure: async ({ event, error, step }) => {
      const { workspaceId, loadId } = JOB_EVENT_SCHEMAS[EVENT].parse(event.data.event.data);
      await step.run("fail", () =>
        runVerb(JOB, async () => {
          const ctx = await systemContext(workspaceId, JOB);
          const held = { loadId, runId: event.data.run_id, isUnclaimed: true };
          await endLoadAsFailed(ctx, { ...held, reason: error.message });
          await recordLoadNotice(ctx, { loadId });
        }),
      );
    },
  },
  async ({ event, step, runId }) => {
    const { workspaceId, loadId } = event.data;
    await step.run("load", () =>
      runVerb(JOB, async () => loadFile(await systemContext(workspaceId, JOB), { loadId, runId })),
    );
    await step.run("tell", () =>
      runVerb(JOB, async () => recordLoadNotice(await systemContext(workspaceId, JOB), { loadId })),
    );
  },
);
