import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import type { Misfit } from "@/lib/data-sources/files/schemas";
import { type Prisma, withTransaction } from "@/lib/db";

/** A load that waits is nobody's yet: `isUnclaimed` ends that too, for a job that never came to take it. */
type Failure = { loadId: string; runId: string; reason: string; misfit?: Misfit; isUnclaimed?: boolean };

/**
 * The load is FAILED, with the reason, unless it has ended or belongs to another run. The uploaded file stays for a
 * while: it can be corrected in how it is read, and requested again.
 */
export async function endLoadAsFailed(
  ctx: RequestContext,
  { loadId, runId, reason, misfit, isUnclaimed = false }: Failure,
): Promise<void> {
  await withTransaction(ctx, async (tx) => {
    const workspaceId = ctx.workspace.id;
    const load = await tx.fileLoad.findFirst({
      where: { id: loadId, workspaceId },
      select: { request: true },
    });
    // Beside what was asked for: the next request replaces both.
    const request = { ...(load?.request as Prisma.JsonObject | null), misfit: misfit ?? null };
    const { count } = await tx.fileLoad.updateMany({
      where: {
        id: loadId,
        workspaceId,
        OR: [{ state: "LOADING", runId }, ...(isUnclaimed ? [{ state: "REQUESTED" }] : [])],
      },
      data: { state: "FAILED", error: reason, request, progress: 0 },
    });
    if (count > 0)
      await emitAudit(tx, ctx, { action: "file_load.fail", entityId: loadId, after: { reason } });
  });
}
