import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { withTransaction, withUniqueName } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { dashboardColumns, findDashboard, visibleDashboards } from "./find-dashboard";
import { type DashboardDto, DashboardIdInput } from "./schemas";
import { loadDashboardDto } from "./serialize";

/** Undoes a deletion. Throws ConflictError when another dashboard has taken the name since. */
export async function restoreDashboard(ctx: RequestContext, input: DashboardIdInput): Promise<DashboardDto> {
  requirePermission(ctx, "dashboard:delete");
  const { dashboardId } = DashboardIdInput.parse(input);

  return withTransaction(ctx, async (tx) => {
    const deleted = await tx.dashboard.findFirst({
      where: { ...visibleDashboards(ctx), id: dashboardId, deletedAt: { not: null } },
      select: dashboardColumns,
    });
    if (!deleted) throw new NotFoundError("deleted dashboard");
    await withUniqueName("dashboard", deleted.name, () =>
      tx.dashboard.update({
        where: { id: deleted.id, workspaceId: ctx.workspace.id },
        data: { deletedAt: null },
        select: { id: true },
      }),
    );
    const after = await loadDashboardDto(tx, ctx, await findDashboard(tx, ctx, deleted.id));
    await emitAudit(tx, ctx, { action: "dashboard.restore", entityId: deleted.id, after });
    return after;
  });
}
