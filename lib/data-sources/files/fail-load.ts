import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";

/**
 * The load is FAILED, with the reason, unless it has ended or belongs to another run. The uploaded file stays for a
 * while: it can be corrected in how it is read, and requested again.
 */
export async function endLoadAsFailed(
  ctx: RequestContext,
  { loadId, runId, reason }: { loadId: string; runId: string; reason: string },
): Promise<void> {
  await withTransaction(ctx, async (tx) => {
    const { count } = await tx.fileLoad.updateMany({
      where: {
        id: loadId,
        workspaceId: ctx.workspace.id,
        OR: [{ state: "REQUESTED" }, { state: "LOADING", runId }],
      },
      data: { state: "FAILED", error: reason, progress: 0 },
    });
    if (count > 0)
      await emitAudit(tx, ctx, { action: "file_load.fail", entityId: loadId, after: { reason } });
  });
}
