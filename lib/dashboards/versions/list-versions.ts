import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { findDashboard } from "../find-dashboard";
import { requireEdit } from "../sharing/access";
import { DashboardContent, type DashboardVersionDto, DashboardVersionsInput } from "./schemas";

/** Far more than anybody goes back by; all are kept. */
const SHOWN = 100;

/** What was published, newest first, for whoever may edit the dashboard. Throws NotFoundError, ForbiddenError. */
export async function listDashboardVersions(
  ctx: RequestContext,
  input: z.input<typeof DashboardVersionsInput>,
): Promise<DashboardVersionDto[]> {
  requirePermission(ctx, "dashboard:update");
  const { dashboardId } = DashboardVersionsInput.parse(input);

  return withTransaction(ctx, async (tx) => {
    const dashboard = await findDashboard(tx, ctx, dashboardId);
    await requireEdit(tx, ctx, dashboard);
    const rows = await tx.dashboardVersion.findMany({
      where: { workspaceId: ctx.workspace.id, dashboardId: dashboard.id },
      select: { number: true, note: true, authorName: true, createdAt: true, document: true },
      orderBy: { number: "desc" },
      take: SHOWN,
    });
    return rows.map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      document: DashboardContent.parse(row.document),
    }));
  });
}
