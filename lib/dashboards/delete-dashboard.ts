import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { findDashboard } from "./find-dashboard";
import { DashboardIdInput } from "./schemas";
import { loadDashboardDto, withoutReader } from "./serialize";
import { requireManage } from "./sharing/access";

/** Takes the dashboard out of sight; `restoreDashboard` brings it back. Its owner and admins may. */
export async function deleteDashboard(
  ctx: RequestContext,
  input: DashboardIdInput,
): Promise<{ id: string; name: string }> {
  requirePermission(ctx, "dashboard:delete");
  const { dashboardId } = DashboardIdInput.parse(input);

  return withTransaction(ctx, async (tx) => {
    const row = await findDashboard(tx, ctx, dashboardId);
    await requireManage(tx, ctx, row);
    const before = withoutReader(await loadDashboardDto(tx, ctx, row));
    await tx.dashboard.update({
      where: { id: row.id, workspaceId: ctx.workspace.id },
      data: { deletedAt: ctx.now() },
      select: { id: true },
    });
    await emitAudit(tx, ctx, { action: "dashboard.delete", entityId: row.id, before });
    return { id: row.id, name: row.name };
  });
}
