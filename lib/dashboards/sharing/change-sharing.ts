import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { requireSharing } from "@/lib/sharing";
import { Visibility } from "@/lib/sharing/schemas";
import { type DashboardRow, findDashboard } from "../find-dashboard";
import { requireManage } from "./access";
import { audienceOf } from "./read-audience";
import { type AudienceDto, ChangeSharingInput } from "./schemas";

/**
 * Decides who sees a dashboard without being named, and whether all editors among them edit it. At once, not by the
 * next publish, and never by going back to a version. Throws NotFoundError, ForbiddenError, InvalidInputError.
 */
export async function changeDashboardSharing(
  ctx: RequestContext,
  input: z.input<typeof ChangeSharingInput>,
): Promise<AudienceDto> {
  requirePermission(ctx, "dashboard:update");
  const { dashboardId, ...wanted } = ChangeSharingInput.parse(input);

  return withTransaction(ctx, async (tx) => {
    const before = await findDashboard(tx, ctx, dashboardId);
    await requireManage(tx, ctx, before);
    const { ownerId, departmentId, jobRoles } = before;
    const visibility = Visibility.parse(before.visibility);
    await requireSharing(tx, ctx, "dashboard", wanted, { ownerId, visibility, departmentId, jobRoles });
    await tx.dashboard.update({
      where: { id: before.id, workspaceId: ctx.workspace.id },
      data: wanted,
      select: { id: true },
    });
    const after = await findDashboard(tx, ctx, before.id);
    await emitAudit(tx, ctx, {
      action: "dashboard.change_sharing",
      entityId: before.id,
      before: sharingOf(before),
      after: sharingOf(after),
    });
    return audienceOf(tx, ctx, after);
  });
}

const sharingOf = ({ visibility, departmentId, jobRoles, isOpenToEditors }: DashboardRow) => ({
  visibility,
  departmentId,
  jobRoles,
  isOpenToEditors,
});
