import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { takeableFrom } from "@/lib/sharing";
import { OwnedDashboardsInput, type OwnedDashboards } from "./schemas";

/** What a member owns, for whoever looks after it when they leave. Throws NotFoundError. */
export async function listOwnedDashboards(
  ctx: RequestContext,
  input: z.input<typeof OwnedDashboardsInput>,
): Promise<OwnedDashboards> {
  requirePermission(ctx, "dashboard:manage");
  const { userId } = OwnedDashboardsInput.parse(input);

  return withTransaction(ctx, async (tx) => {
    const given = await takeableFrom(tx, ctx, userId);
    const mine = { workspaceId: ctx.workspace.id, ownerId: userId };
    const live = { ...mine, deletedAt: null };
    const named = await tx.dashboard.findMany({
      where: { ...mine, visibility: { not: "PRIVATE" } },
      select: { id: true, name: true, deletedAt: true },
      orderBy: { name: "asc" },
    });
    const all = await tx.dashboard.count({ where: given });
    return {
      dashboards: named.map(({ id, name, deletedAt }) => ({ id, name, isDeleted: deletedAt !== null })),
      privateCount: all - named.length,
      reportCount: await tx.reportDefinition.count({ where: live }),
      scheduleCount: await tx.reportSchedule.count({ where: live }),
    };
  });
}
