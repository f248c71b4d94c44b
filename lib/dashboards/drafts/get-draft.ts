import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { findDashboard } from "../find-dashboard";
import { DraftDocument, DraftIdInput, type StoredDraft } from "./schemas";

/** What the person who asks changed and did not publish; null when nothing. Throws NotFoundError. */
export async function getDashboardDraft(
  ctx: RequestContext,
  input: z.input<typeof DraftIdInput>,
): Promise<StoredDraft | null> {
  requirePermission(ctx, "dashboard:update");
  const { dashboardId } = DraftIdInput.parse(input);
  if (ctx.actor.kind !== "user") return null;
  const { userId } = ctx.actor;

  return withTransaction(ctx, async (tx) => {
    const { id } = await findDashboard(tx, ctx, dashboardId);
    const row = await tx.dashboardDraft.findFirst({
      where: { workspaceId: ctx.workspace.id, dashboardId: id, userId },
      select: { revision: true, baseVersion: true, document: true, updatedAt: true },
    });
    if (!row) return null;
    const { revision, baseVersion, updatedAt } = row;
    const document = DraftDocument.parse(row.document);
    return { revision, baseVersion, document, savedAt: updatedAt.toISOString() };
  });
}
