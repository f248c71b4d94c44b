/** Where a person begins on a dashboard when the address says nothing: their own period and filters. */
import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { findDashboard } from "../find-dashboard";
import { DashboardView } from "../schemas";
import { DefaultViewIdInput, SaveDefaultViewInput } from "./schemas";
import { writeReader } from "./write-reader";

/** null when the person has none: the dashboard's own filters count. Throws NotFoundError. */
export async function getDefaultView(
  ctx: RequestContext,
  input: z.input<typeof DefaultViewIdInput>,
): Promise<DashboardView | null> {
  requirePermission(ctx, "dashboard:read");
  const { dashboardId } = DefaultViewIdInput.parse(input);
  if (ctx.actor.kind !== "user") return null;
  const { userId } = ctx.actor;

  return withTransaction(ctx, async (tx) => {
    const { id } = await findDashboard(tx, ctx, dashboardId);
    const reader = await tx.dashboardReader.findFirst({
      where: { workspaceId: ctx.workspace.id, dashboardId: id, userId },
      select: { view: true },
    });
    return reader?.view ? DashboardView.parse(reader.view) : null;
  });
}

/** A click on a figure is of the moment and is not kept. Not audited: it concerns nobody else. */
export async function saveDefaultView(
  ctx: RequestContext,
  input: z.input<typeof SaveDefaultViewInput>,
): Promise<DashboardView> {
  requirePermission(ctx, "dashboard:read");
  const { dashboardId, view } = SaveDefaultViewInput.parse(input);
  const kept: DashboardView = { ...view, cross: [] };

  return withTransaction(ctx, async (tx) => {
    const { id } = await findDashboard(tx, ctx, dashboardId);
    await writeReader(tx, ctx, id, { view: kept });
    return kept;
  });
}

/** Back to the filters of the dashboard; also where there was no view of one's own. */
export async function clearDefaultView(
  ctx: RequestContext,
  input: z.input<typeof DefaultViewIdInput>,
): Promise<{ cleared: true }> {
  requirePermission(ctx, "dashboard:read");
  const { dashboardId } = DefaultViewIdInput.parse(input);
  const userId = ctx.actor.kind === "user" ? ctx.actor.userId : null;

  return withTransaction(ctx, async (tx) => {
    const { id } = await findDashboard(tx, ctx, dashboardId);
    if (userId)
      await tx.$executeRaw`
        UPDATE dashboard_readers SET view = NULL
        WHERE workspace_id = ${ctx.workspace.id}::uuid AND dashboard_id = ${id}::uuid AND user_id = ${userId}::uuid`;
    return { cleared: true };
  });
}
