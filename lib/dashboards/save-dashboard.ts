import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { type Tx, withTransaction, withUniqueName } from "@/lib/db";
import { dropDraft } from "./drafts/drop-draft";
import { findDashboard } from "./find-dashboard";
import { newerVersionError } from "./newer-version-error";
import { requireType } from "./require-type";
import { type DashboardDto, SaveDashboardInput } from "./schemas";
import { loadDashboardDto, withoutReader } from "./serialize";
import { requireEdit } from "./sharing/access";
import { writeVersion } from "./versions/write-version";
import { writeWidgets } from "./write-widgets";

/**
 * Publishes what was edited, as a new version, and ends the draft of whoever edited it. Throws ForbiddenError,
 * ConflictError, saying who saved when, if the server has a newer version than `expectedVersion`, or if the name is
 * taken, and InvalidInputError for figures of queries that the person does not see.
 */
export async function saveDashboard(ctx: RequestContext, input: SaveDashboardInput): Promise<DashboardDto> {
  requirePermission(ctx, "dashboard:update");
  const changed = SaveDashboardInput.parse(input);

  return withTransaction(ctx, async (tx) => {
    const row = await findDashboard(tx, ctx, changed.dashboardId);
    await requireEdit(tx, ctx, row);
    requireType(ctx, changed.type);
    const before = await loadDashboardDto(tx, ctx, row);
    const claimed = await withUniqueName("dashboard", changed.name, () => claimVersion(tx, ctx, changed));
    if (!claimed) throw await newerVersionError(tx, ctx, row.id);
    await writeWidgets(tx, ctx, row.id, before.filters, changed);
    const after = await loadDashboardDto(tx, ctx, await findDashboard(tx, ctx, row.id));
    await writeVersion(tx, ctx, after, changed.note);
    await dropDraft(tx, ctx, row.id);
    await emitAudit(tx, ctx, {
      action: "dashboard.save",
      entityId: row.id,
      before: withoutReader(before),
      after: withoutReader(after),
    });
    return after;
  });
}

/** Tests the version in the write itself, so that of two savers at the same instant one is refused. */
async function claimVersion(
  tx: Tx,
  ctx: RequestContext,
  changed: z.output<typeof SaveDashboardInput>,
): Promise<boolean> {
  const { dashboardId, expectedVersion, name, description, type, tags, filters, settings } = changed;
  const { count } = await tx.dashboard.updateMany({
    where: { id: dashboardId, workspaceId: ctx.workspace.id, deletedAt: null, version: expectedVersion },
    data: { name, description, type, tags, filters, settings, version: { increment: 1 } },
  });
  return count === 1;
}
