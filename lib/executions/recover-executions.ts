import type { RequestContext } from "@/lib/context";
import { type Tx, withoutWorkspace, withTransaction } from "@/lib/db";
import { settleExecution } from "@/lib/deliveries";
import { enqueue, type Found, sweepEach } from "@/lib/jobs";
import { mailNotices, type PendingNotice } from "@/lib/notifications";
import { endAsFailed, removeLeftovers } from "./fail-execution";
import { type ExecutionRow, lockExecution } from "./find-execution";

const HOUR_MS = 3_600_000;
/** Longer than a job waits between two attempts, and than a stage of a run takes. */
const STALLED_AFTER_MS = HOUR_MS;
/** A morning report is not started the morning after; one that keeps dying is not started for ever. */
const GIVE_UP = {
  PENDING: { afterMs: 24 * HOUR_MS, reason: "It was not started within a day. Run the schedule again." },
  RUNNING: {
    afterMs: 6 * HOUR_MS,
    reason: "It broke off again and again for six hours. Look at the log of the worker.",
  },
};
const BATCH = 200;

type Recovered = { requeued: number; ended: number };

/** Runs that nothing has moved for an hour, because their job died or was lost: started again, or given up. */
export async function recoverExecutions(now: Date): Promise<Recovered> {
  const before = new Date(now.getTime() - STALLED_AFTER_MS);
  const stalled = await withoutWorkspace(
    (tx) =>
      tx.$queryRaw<Found[]>`
        SELECT workspace_id, id FROM stalled_executions(${before}::timestamptz, ${BATCH}::int)`,
  );
  const total: Recovered = { requeued: 0, ended: 0 };
  const failure = {
    message: "A stalled run could not be recovered; it is tried again.",
    idName: "executionId",
  };
  await sweepEach(stalled, { now, failure }, async (ctx, { id }) => {
    const result = await withTransaction(ctx, (tx) => recover(tx, ctx, id, before));
    if (result === "requeued") total.requeued += 1;
    else if (result !== null) {
      total.ended += 1;
      await removeLeftovers(ctx, id);
      await mailNotices(ctx, result);
    }
  });
  return total;
}

async function recover(
  tx: Tx,
  ctx: RequestContext,
  id: string,
  before: Date,
): Promise<"requeued" | PendingNotice[] | null> {
  const execution = await lockExecution(tx, ctx, id);
  const { state, manifest, updatedAt } = execution;
  if ((state !== "PENDING" && state !== "RUNNING") || updatedAt >= before) return null;
  // Made already: it waits for its mails, which are looked after one by one.
  if (manifest !== null) {
    const notices = await settleExecution(tx, ctx, id);
    return notices.length > 0 ? notices : touch(tx, ctx, execution);
  }
  const { afterMs, reason } = GIVE_UP[state];
  const since = (state === "RUNNING" ? execution.startedAt : null) ?? execution.createdAt;
  if (ctx.now().getTime() - since.getTime() > afterMs) return endAsFailed(tx, ctx, execution, reason);
  await tx.reportExecution.update({
    where: { id, workspaceId: ctx.workspace.id },
    data: { state: "PENDING", runId: null },
  });
  const data = { workspaceId: ctx.workspace.id, executionId: id };
  await enqueue(tx, [
    { id: `execution:${id}:after:${updatedAt.getTime()}`, name: "report/execution.requested", data },
  ]);
  return "requeued";
}

/** Not looked at again for an hour. */
async function touch(tx: Tx, ctx: RequestContext, { id, state }: ExecutionRow): Promise<null> {
  await tx.reportExecution.updateMany({
    where: { id, workspaceId: ctx.workspace.id, state },
    data: { state },
  });
  return null;
}
