import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { publicId } from "@/lib/crypto";
import { type Tx, withTransaction, withUniqueName } from "@/lib/db";
import { requireSharing } from "@/lib/sharing";
import { dashboardFields } from "./find-dashboard";
import { requireType } from "./require-type";
import { CreateDashboardInput, type DashboardDto } from "./schemas";
import { loadDashboardDto, withoutReader } from "./serialize";
import { writeVersion } from "./versions/write-version";
import { writeWidgets } from "./write-widgets";

/** A new dashboard owned by the actor, empty unless widgets are given. Throws ConflictError when the name is taken. */
export async function createDashboard(
  ctx: RequestContext,
  input: CreateDashboardInput,
): Promise<DashboardDto> {
  requirePermission(ctx, "dashboard:create");
  const parsed = CreateDashboardInput.parse(input);
  return withTransaction(ctx, (tx) => insertDashboard(tx, ctx, parsed));
}

/** The same in a transaction of the caller's, who has asked for the permission. */
export async function insertDashboard(
  tx: Tx,
  ctx: RequestContext,
  { widgets, ...dashboard }: z.output<typeof CreateDashboardInput>,
): Promise<DashboardDto> {
  requireType(ctx, dashboard.type);
  await requireSharing(tx, ctx, "dashboard", dashboard);
  const row = await withUniqueName("dashboard", dashboard.name, () =>
    tx.dashboard.create({
      data: {
        ...dashboard,
        workspaceId: ctx.workspace.id,
        publicId: publicId("dash"),
        ownerId: ctx.actor.kind === "user" ? ctx.actor.userId : null,
        updatedAt: ctx.now(),
      },
      select: dashboardFields(ctx),
    }),
  );
  await writeWidgets(tx, ctx, row.id, dashboard.filters, { ...dashboard, widgets });
  const after = await loadDashboardDto(tx, ctx, row);
  await writeVersion(tx, ctx, after, "");
  await emitAudit(tx, ctx, { action: "dashboard.create", entityId: row.id, after: withoutReader(after) });
  return after;
}
