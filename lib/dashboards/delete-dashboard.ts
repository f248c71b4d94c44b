import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { findDashboard } from "./find-dashboard";
import { DashboardIdInput } from "./schemas";

/** Takes the dashboard out of sight; `restoreDashboard` brings it back. */
export async function deleteDashboard(
  ctx: RequestContext,
  input: DashboardIdInput,
): Promise<{ id: string; name: string }> {
  requirePermission(ctx, "dashboard:delete");
  const { dashboardId } = DashboardIdInput.parse(input);

  return withTransaction(ctx, async (tx) => {
    const before = await findDashboard(tx, ctx, dashboardId);
    await tx.dashboard.update({
      where: { id: before.id, workspaceId: ctx.workspace.id },
      data: { deletedAt: ctx.now() },
      select: { id: true },
    });
    await emitAudit(tx, ctx, { action: "dashboard.delete", entityId: before.id, before });
    return { id: before.id, name: before.name };
  });
}
