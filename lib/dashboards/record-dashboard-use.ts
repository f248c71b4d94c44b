import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { findDashboard } from "./find-dashboard";
import { DashboardIdInput } from "./schemas";

/** Counts one opening of the dashboard by a person. Not audited: nothing of the dashboard changes. */
export async function recordDashboardUse(ctx: RequestContext, input: DashboardIdInput): Promise<void> {
  requirePermission(ctx, "dashboard:read");
  const { dashboardId } = DashboardIdInput.parse(input);

  await withTransaction(ctx, async (tx) => {
    const { id } = await findDashboard(tx, ctx, dashboardId);
    const workspaceId = ctx.workspace.id;
    const opened = { lastOpenedAt: ctx.now() };
    if (ctx.actor.kind === "user") {
      const { userId } = ctx.actor;
      await tx.dashboardReader.upsert({
        where: { dashboardId_userId: { dashboardId: id, userId }, workspaceId },
        create: { workspaceId, dashboardId: id, userId, openCount: 1, ...opened },
        update: { openCount: { increment: 1 }, ...opened },
        select: { userId: true },
      });
    }
    await tx.dashboard.update({
      where: { id, workspaceId },
      data: { usageCount: { increment: 1 }, lastUsedAt: ctx.now() },
      select: { id: true },
    });
  });
}
