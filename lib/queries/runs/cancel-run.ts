import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { ConflictError, ForbiddenError, NotFoundError } from "@/lib/errors";
import { mayCancelRun, visibleRuns } from "@/lib/queries/runs/run-visibility";
import { RunIdInput } from "@/lib/queries/runs/schemas";

/**
 * Asks the process that runs it to stop: within about a second the statement is cancelled at its source, and
 * everybody who waits for it is told by whom. One's own runs; admins those of everybody.
 */
export async function cancelRun(
  ctx: RequestContext,
  input: z.input<typeof RunIdInput>,
): Promise<{ runId: string }> {
  requirePermission(ctx, "query:read");
  const { runId } = RunIdInput.parse(input);
  return withTransaction(ctx, async (tx) => {
    const run = await tx.queryRun.findFirst({
      where: { AND: [{ id: runId, workspaceId: ctx.workspace.id }, await visibleRuns(tx, ctx)] },
      select: { id: true, actorUserId: true, state: true },
    });
    if (!run) throw new NotFoundError("run");
    if (!mayCancelRun(ctx, run))
      throw new ForbiddenError(
        "You can cancel your own runs. An admin of the workspace can cancel this one.",
      );
    const { count } = await tx.queryRun.updateMany({
      where: { id: run.id, workspaceId: ctx.workspace.id, state: "RUNNING", cancelRequestedAt: null },
      data: { cancelRequestedAt: ctx.now(), error: `${ctx.actor.name} cancelled this run.` },
    });
    if (count === 0) throw new ConflictError("This run has already ended, or is being cancelled.");
    await emitAudit(tx, ctx, { action: "query_run.cancel", entityId: run.id, before: run });
    return { runId: run.id };
  });
}
