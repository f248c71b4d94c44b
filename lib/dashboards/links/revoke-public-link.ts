import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { findDashboard } from "@/lib/dashboards/find-dashboard";
import { withTransaction } from "@/lib/db";
import { ConflictError } from "@/lib/errors";
import { findLink, toLinkDtos } from "./find-link";
import { type PublicLinkDto, PublicLinkIdInput } from "./schemas";

/** Closes a link at once and for good. Throws NotFoundError, ConflictError when it was closed before. */
export async function revokePublicLink(
  ctx: RequestContext,
  input: PublicLinkIdInput,
): Promise<PublicLinkDto> {
  requirePermission(ctx, "dashboard:update");
  const { linkId } = PublicLinkIdInput.parse(input);

  return withTransaction(ctx, async (tx) => {
    const before = await findLink(tx, ctx, linkId);
    await findDashboard(tx, ctx, before.dashboardId);
    const revokedAt = ctx.now();
    const { count } = await tx.publicLink.updateMany({
      where: { id: before.id, workspaceId: ctx.workspace.id, revokedAt: null },
      data: { revokedAt },
    });
    if (count === 0) throw new ConflictError(`The link “${before.name}” was withdrawn already.`);
    const [after] = await toLinkDtos(tx, ctx, [{ ...before, revokedAt }]);
    if (!after) throw new Error("One link made no DTO.");
    await emitAudit(tx, ctx, { action: "public_link.revoke", entityId: before.id, after });
    return after;
  });
}
