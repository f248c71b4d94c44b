import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { dashboardColumns, visibleDashboards } from "./find-dashboard";
import type { DashboardSummary } from "./schemas";
import { ownerNames, serializeSummary } from "./serialize";

/** Every dashboard the actor may see, the most recently used or changed first. */
export async function listDashboards(ctx: RequestContext): Promise<DashboardSummary[]> {
  requirePermission(ctx, "dashboard:read");

  return withTransaction(ctx, async (tx) => {
    const rows = await tx.dashboard.findMany({
      where: visibleDashboards(ctx),
      select: { ...dashboardColumns, _count: { select: { widgets: true } } },
      orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    });
    const owners = await ownerNames(tx, ctx, rows);
    return rows.map((row) => serializeSummary(row, owners, row._count.widgets));
  });
}
