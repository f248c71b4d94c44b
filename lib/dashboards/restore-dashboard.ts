import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { withTransaction, withUniqueName } from "@/lib/db";
import { findDashboard, findDeleted } from "./find-dashboard";
import { type DashboardDto, DashboardIdInput } from "./schemas";
import { loadDashboardDto, withoutReader } from "./serialize";
import { requireManage } from "./sharing/access";

/** Undoes a deletion. Throws ConflictError when another dashboard has taken the name since. */
export async function restoreDashboard(ctx: RequestContext, input: DashboardIdInput): Promise<DashboardDto> {
  requirePermission(ctx, "dashboard:delete");
  const { dashboardId } = DashboardIdInput.parse(input);

  return withTransaction(ctx, async (tx) => {
    const deleted = await findDeleted(tx, ctx, dashboardId);
    await requireManage(tx, ctx, deleted);
    await withUniqueName("dashboard", deleted.name, () =>
      tx.dashboard.update({
        where: { id: deleted.id, workspaceId: ctx.workspace.id },
        data: { deletedAt: null },
        select: { id: true },
      }),
    );
    const after = await loadDashboardDto(tx, ctx, await findDashboard(tx, ctx, deleted.id));
    await emitAudit(tx, ctx, {
      action: "dashboard.restore",
      entityId: deleted.id,
      after: withoutReader(after),
    });
    return after;
  });
}
