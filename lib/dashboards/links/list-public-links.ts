import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { findDashboard } from "@/lib/dashboards/find-dashboard";
import { withTransaction } from "@/lib/db";
import { toLinkDtos } from "./find-link";
import { ListPublicLinksInput, type PublicLinkDto } from "./schemas";
import { LINK_FIELDS } from "./serialize";

/** Every public link of a dashboard, the newest first, for those who may edit it. Throws NotFoundError. */
export async function listPublicLinks(
  ctx: RequestContext,
  input: ListPublicLinksInput,
): Promise<PublicLinkDto[]> {
  requirePermission(ctx, "dashboard:update");
  const { dashboardId } = ListPublicLinksInput.parse(input);

  return withTransaction(ctx, async (tx) => {
    const { id } = await findDashboard(tx, ctx, dashboardId);
    const rows = await tx.publicLink.findMany({
      where: { workspaceId: ctx.workspace.id, dashboardId: id },
      select: LINK_FIELDS,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    });
    return toLinkDtos(tx, ctx, rows);
  });
}
