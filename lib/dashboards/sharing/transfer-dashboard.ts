import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { type Tx, withTransaction } from "@/lib/db";
import { ConflictError } from "@/lib/errors";
import { requireKeeper, requireSomebodyElse, takeableFrom } from "@/lib/sharing";
import { findDashboard } from "../find-dashboard";
import { requireManage } from "./access";
import { TransferDashboardInput, TransferOwnedDashboardsInput } from "./schemas";

/** Gives a dashboard to another member who may keep one. Throws NotFoundError, ForbiddenError, InvalidInputError. */
export async function transferDashboard(
  ctx: RequestContext,
  input: z.input<typeof TransferDashboardInput>,
): Promise<{ id: string; name: string; ownerName: string }> {
  requirePermission(ctx, "dashboard:update");
  const { dashboardId, ownerId } = TransferDashboardInput.parse(input);

  return withTransaction(ctx, async (tx) => {
    const before = await findDashboard(tx, ctx, dashboardId);
    await requireManage(tx, ctx, before);
    const ownerName = await requireKeeper(tx, ctx, ownerId);
    await giveTo(tx, ctx, before, ownerId);
    return { id: before.id, name: before.name, ownerName };
  });
}

/**
 * Gives away what a person has, all or some of it, also what lies in the bin: private dashboards only when the person
 * has left, whose they were alone. Throws NotFoundError, InvalidInputError, and ConflictError when nothing of it is
 * there to give.
 */
export async function transferOwnedDashboards(
  ctx: RequestContext,
  input: z.input<typeof TransferOwnedDashboardsInput>,
): Promise<{ count: number; ownerName: string }> {
  requirePermission(ctx, "dashboard:manage");
  const { fromUserId, ownerId, dashboardIds } = TransferOwnedDashboardsInput.parse(input);

  return withTransaction(ctx, async (tx) => {
    const where = await takeableFrom(tx, ctx, fromUserId);
    const ownerName = await requireKeeper(tx, ctx, ownerId);
    requireSomebodyElse(fromUserId, ownerId);
    const owned = await tx.dashboard.findMany({
      where: dashboardIds ? { ...where, id: { in: dashboardIds } } : where,
      select: { id: true, ownerId: true },
    });
    if (owned.length === 0)
      throw new ConflictError("This person has no such dashboards that could be given away.");
    for (const dashboard of owned) await giveTo(tx, ctx, dashboard, ownerId);
    return { count: owned.length, ownerName };
  });
}

async function giveTo(
  tx: Tx,
  ctx: RequestContext,
  before: { id: string; ownerId: string | null },
  ownerId: string,
): Promise<void> {
  await tx.dashboard.update({
    where: { id: before.id, workspaceId: ctx.workspace.id },
    data: { ownerId },
    select: { id: true },
  });
  await emitAudit(tx, ctx, {
    action: "dashboard.transfer",
    entityId: before.id,
    before: { ownerId: before.ownerId },
    after: { ownerId },
  });
}
