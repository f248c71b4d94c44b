import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { type Tx, withTransaction, withUniqueName } from "@/lib/db";
import { ForbiddenError } from "@/lib/errors";
import { type DashboardRow, findDashboard } from "./find-dashboard";
import { newerVersionError } from "./newer-version-error";
import { type DashboardDto, SaveDashboardInput } from "./schemas";
import { loadDashboardDto } from "./serialize";
import { writeWidgets } from "./write-widgets";

/**
 * Replaces the dashboard by what was edited. Throws ConflictError, saying who saved when, if the server has
 * a newer version than `expectedVersion`, or if the name is taken.
 */
export async function saveDashboard(ctx: RequestContext, input: SaveDashboardInput): Promise<DashboardDto> {
  requirePermission(ctx, "dashboard:update");
  const changed = SaveDashboardInput.parse(input);

  return withTransaction(ctx, async (tx) => {
    const row = await findDashboard(tx, ctx, changed.dashboardId);
    requireOwnerToHide(ctx, row, changed);
    const before = await loadDashboardDto(tx, ctx, row);
    const claimed = await withUniqueName("dashboard", changed.name, () => claimVersion(tx, ctx, changed));
    if (!claimed) throw await newerVersionError(tx, ctx, row.id);
    await writeWidgets(tx, ctx, row.id, changed.widgets);
    const after = await loadDashboardDto(tx, ctx, await findDashboard(tx, ctx, row.id));
    await emitAudit(tx, ctx, { action: "dashboard.save", entityId: row.id, before, after });
    return after;
  });
}

/** Tests the version in the write itself, so that of two savers at the same instant one is refused. */
async function claimVersion(
  tx: Tx,
  ctx: RequestContext,
  changed: z.output<typeof SaveDashboardInput>,
): Promise<boolean> {
  const { dashboardId, expectedVersion, name, description, visibility, filters, settings } = changed;
  const { count } = await tx.dashboard.updateMany({
    where: { id: dashboardId, workspaceId: ctx.workspace.id, deletedAt: null, version: expectedVersion },
    data: { name, description, visibility, filters, settings, version: { increment: 1 } },
  });
  return count === 1;
}

/** Otherwise anybody could take a shared dashboard away from everybody else, themselves included. */
function requireOwnerToHide(
  ctx: RequestContext,
  row: DashboardRow,
  changed: z.output<typeof SaveDashboardInput>,
): void {
  const hides = row.visibility === "WORKSPACE" && changed.visibility === "PRIVATE";
  if (hides && !(ctx.actor.kind === "user" && ctx.actor.userId === row.ownerId))
    throw new ForbiddenError("Only its owner can make a dashboard private. Ask them, or save a copy.");
}
