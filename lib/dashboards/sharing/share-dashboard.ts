import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { type Tx, withTransaction } from "@/lib/db";
import { InvalidInputError, NotFoundError } from "@/lib/errors";
import { findDashboard } from "../find-dashboard";
import { requireManage } from "./access";
import { audienceOf } from "./read-audience";
import {
  type AudienceDto,
  type ShareAccess,
  ShareDashboardInput,
  type ShareTarget,
  UnshareDashboardInput,
} from "./schemas";

/**
 * Lets one person, or a department with those below it, see a dashboard or edit it, beside whom its visibility lets;
 * again with another access, it changes that. Throws NotFoundError, ForbiddenError, InvalidInputError.
 */
export async function shareDashboard(
  ctx: RequestContext,
  input: z.input<typeof ShareDashboardInput>,
): Promise<AudienceDto> {
  requirePermission(ctx, "dashboard:update");
  const { dashboardId, target, access } = ShareDashboardInput.parse(input);

  return withTransaction(ctx, async (tx) => {
    const { id } = await findManaged(tx, ctx, dashboardId);
    await requireTarget(tx, ctx, target, access);
    const of = { workspaceId: ctx.workspace.id, dashboardId: id, ...columnsOf(target) };
    const { count } = await tx.dashboardShare.updateMany({ where: of, data: { access } });
    if (count === 0)
      await tx.dashboardShare.create({
        data: { ...of, access, createdAt: ctx.now() },
        select: { id: true },
      });
    await emitAudit(tx, ctx, { action: "dashboard.share", entityId: id, after: { ...target, access } });
    return audienceOf(tx, ctx, await findDashboard(tx, ctx, id));
  });
}

/** Takes a share back. Throws NotFoundError when it is not shared with them by name. */
export async function unshareDashboard(
  ctx: RequestContext,
  input: z.input<typeof UnshareDashboardInput>,
): Promise<AudienceDto> {
  requirePermission(ctx, "dashboard:update");
  const { dashboardId, target } = UnshareDashboardInput.parse(input);

  return withTransaction(ctx, async (tx) => {
    const { id } = await findManaged(tx, ctx, dashboardId);
    const of = { workspaceId: ctx.workspace.id, dashboardId: id, ...columnsOf(target) };
    const { count } = await tx.dashboardShare.deleteMany({ where: of });
    if (count === 0) throw new NotFoundError("share");
    await emitAudit(tx, ctx, { action: "dashboard.unshare", entityId: id, before: target });
    return audienceOf(tx, ctx, await findDashboard(tx, ctx, id));
  });
}

async function findManaged(tx: Tx, ctx: RequestContext, dashboardId: string) {
  const dashboard = await findDashboard(tx, ctx, dashboardId);
  await requireManage(tx, ctx, dashboard);
  return dashboard;
}

const columnsOf = (target: ShareTarget) =>
  target.kind === "person" ? { userId: target.userId } : { departmentId: target.departmentId };

async function requireTarget(
  tx: Tx,
  ctx: RequestContext,
  target: ShareTarget,
  access: ShareAccess,
): Promise<void> {
  const workspaceId = ctx.workspace.id;
  if (target.kind === "department") {
    const where = { workspaceId, id: target.departmentId };
    if ((await tx.department.count({ where })) === 0) throw new NotFoundError("department");
    return;
  }
  const member = await tx.membership.findFirst({
    where: { workspaceId, userId: target.userId, deactivatedAt: null },
    select: { role: true, user: { select: { name: true } } },
  });
  if (!member) throw new NotFoundError("member");
  if (access === "EDIT" && member.role === "VIEWER")
    throw new InvalidInputError(
      `${member.user.name} is a viewer, and viewers change nothing. Share it for viewing, or ask an admin to make them an editor.`,
      { fields: { access: "A viewer cannot edit." } },
    );
}
