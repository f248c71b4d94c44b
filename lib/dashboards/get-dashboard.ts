import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { findDashboard } from "./find-dashboard";
import { type DashboardDto, DashboardIdInput } from "./schemas";
import { loadDashboardDto } from "./serialize";

/** One dashboard with its widgets. Throws NotFoundError. */
export async function getDashboard(ctx: RequestContext, input: DashboardIdInput): Promise<DashboardDto> {
  requirePermission(ctx, "dashboard:read");
  const { dashboardId } = DashboardIdInput.parse(input);

  return withTransaction(ctx, async (tx) => {
    const row = await findDashboard(tx, ctx, dashboardId);
    return loadDashboardDto(tx, ctx, row);
  });
}
