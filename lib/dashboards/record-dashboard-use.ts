import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { visibleDashboards } from "./find-dashboard";
import { DashboardIdInput } from "./schemas";

/** Counts one opening of the dashboard by a person. Not audited: nothing of the dashboard changes. */
export async function recordDashboardUse(ctx: RequestContext, input: DashboardIdInput): Promise<void> {
  requirePermission(ctx, "dashboard:read");
  const { dashboardId } = DashboardIdInput.parse(input);

  await withTransaction(ctx, async (tx) => {
    const { count } = await tx.dashboard.updateMany({
      where: { AND: [visibleDashboards(ctx), { id: dashboardId }] },
      data: { usageCount: { increment: 1 }, lastUsedAt: ctx.now() },
    });
    if (count === 0) throw new NotFoundError("dashboard");
  });
}
