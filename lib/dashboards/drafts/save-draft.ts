import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { type Tx, withTransaction } from "@/lib/db";
import { ConflictError, ForbiddenError } from "@/lib/errors";
import { findDashboard } from "../find-dashboard";
import { requireEdit } from "../sharing/access";
import { type DraftReceipt, SaveDraftInput } from "./schemas";

/**
 * Keeps what a person changed and did not publish, for that person alone. Not audited: nobody else sees it, and what is
 * published is. Throws ForbiddenError, and ConflictError when another window of the same person has saved since.
 */
export async function saveDashboardDraft(ctx: RequestContext, input: SaveDraftInput): Promise<DraftReceipt> {
  requirePermission(ctx, "dashboard:update");
  const draft = SaveDraftInput.parse(input);
  if (ctx.actor.kind !== "user") throw new ForbiddenError("Only people have drafts.");
  const { userId } = ctx.actor;

  return withTransaction(ctx, async (tx) => {
    const dashboard = await findDashboard(tx, ctx, draft.dashboardId);
    await requireEdit(tx, ctx, dashboard);
    if (!(await claimRevision(tx, ctx, userId, draft))) throw await otherWindowError(tx, ctx, userId, draft);
    return { revision: draft.expectedRevision + 1, savedAt: ctx.now().toISOString() };
  });
}

/** Tests the revision in the write itself, so that of two windows at the same instant one is refused. */
async function claimRevision(
  tx: Tx,
  ctx: RequestContext,
  userId: string,
  { dashboardId, baseVersion, expectedRevision, document }: z.output<typeof SaveDraftInput>,
): Promise<boolean> {
  const own = { workspaceId: ctx.workspace.id, dashboardId, userId };
  const data = { baseVersion, document, revision: expectedRevision + 1 };
  const { count } =
    expectedRevision === 0
      ? await tx.dashboardDraft.createMany({ data: { ...own, ...data }, skipDuplicates: true })
      : await tx.dashboardDraft.updateMany({ where: { ...own, revision: expectedRevision }, data });
  return count === 1;
}

async function otherWindowError(
  tx: Tx,
  ctx: RequestContext,
  userId: string,
  { dashboardId }: { dashboardId: string },
): Promise<ConflictError> {
  const there = await tx.dashboardDraft.findFirst({
    where: { workspaceId: ctx.workspace.id, dashboardId, userId },
    select: { revision: true },
  });
  return new ConflictError(
    there
      ? "You changed this draft in another window, too. Choose which of the two to keep."
      : "This draft was published or discarded in another window. Keep this one, or go on without it.",
    { revision: there?.revision ?? 0 },
  );
}
