import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { findDashboard } from "../find-dashboard";
import { saveDashboard } from "../save-dashboard";
import type { DashboardDto } from "../schemas";
import { DashboardContent, RestoreDashboardVersionInput } from "./schemas";

/**
 * Publishes an earlier version again, as a new one: nothing is lost. Throws NotFoundError, and what saving throws, e.g.
 * for figures of queries that the person does not see.
 */
export async function restoreDashboardVersion(
  ctx: RequestContext,
  input: z.input<typeof RestoreDashboardVersionInput>,
): Promise<DashboardDto> {
  requirePermission(ctx, "dashboard:update");
  const { dashboardId, number, expectedVersion } = RestoreDashboardVersionInput.parse(input);
  const version = await withTransaction(ctx, async (tx) => {
    const dashboard = await findDashboard(tx, ctx, dashboardId);
    return tx.dashboardVersion.findFirst({
      where: { workspaceId: ctx.workspace.id, dashboardId: dashboard.id, number },
      select: { document: true },
    });
  });
  if (!version) throw new NotFoundError("version");
  const content = DashboardContent.parse(version.document);
  return saveDashboard(ctx, { ...content, dashboardId, expectedVersion, note: `Back to version ${number}` });
}
