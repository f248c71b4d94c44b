import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { type Tx, withTransaction } from "@/lib/db";
import { ConflictError, InvalidInputError, NotFoundError } from "@/lib/errors";
import { dashboardFields, findDashboard } from "../find-dashboard";
import { requireManage } from "./access";
import { ownedDashboards } from "./owned-dashboards";
import { TransferAllInput, TransferDashboardInput } from "./schemas";

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
 * Gives away everything of a person, also what lies in the bin: private dashboards only when the person has left, whose
 * they were alone. Throws NotFoundError, InvalidInputError, and ConflictError when there is nothing to give.
 */
export async function transferAllDashboards(
  ctx: RequestContext,
  input: z.input<typeof TransferAllInput>,
): Promise<{ count: number; ownerName: string }> {
  requirePermission(ctx, "dashboard:manage");
  const { fromUserId, ownerId } = TransferAllInput.parse(input);

  return withTransaction(ctx, async (tx) => {
    const where = await ownedDashboards(tx, ctx, fromUserId);
    const ownerName = await requireKeeper(tx, ctx, ownerId);
    if (ownerId === fromUserId)
      throw new InvalidInputError("They are this person's already. Choose somebody else.", {
        fields: { ownerId: "Choose somebody else." },
      });
    const owned = await tx.dashboard.findMany({ where, select: dashboardFields(ctx) });
    if (owned.length === 0)
      throw new ConflictError("This person has no dashboards that could be given away.");
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

/** The name of an active member who may edit. */
async function requireKeeper(tx: Tx, ctx: RequestContext, userId: string): Promise<string> {
  const member = await tx.membership.findFirst({
    where: { workspaceId: ctx.workspace.id, userId, deactivatedAt: null },
    select: { role: true, user: { select: { name: true } } },
  });
  if (!member) throw new NotFoundError("member");
  if (member.role === "VIEWER") {
    const message = `${member.user.name} is a viewer and could not change it. Choose an editor or an admin.`;
    throw new InvalidInputError(message, { fields: { ownerId: message } });
  }
  return member.user.name;
}
