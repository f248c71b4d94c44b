import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { type Tx, withTransaction } from "@/lib/db";
import { ForbiddenError, NotFoundError } from "@/lib/errors";
import { findDashboard } from "../find-dashboard";
import {
  ChooseStartInput,
  type ClearOwnStartInput,
  ClearStartInput,
  SetStartInput,
  type StartTarget,
} from "./schemas";

/**
 * Decides what everybody with a job role, or everybody of a department and those below it, sees first. Those who do not
 * see the dashboard are led on as if nothing was decided. Throws NotFoundError.
 */
export async function setDashboardStart(
  ctx: RequestContext,
  input: z.input<typeof SetStartInput>,
): Promise<{ dashboardId: string | null }> {
  requirePermission(ctx, "dashboard:manage");
  const { target, dashboardId } = SetStartInput.parse(input);
  return withTransaction(ctx, async (tx) =>
    replaceStart(tx, ctx, await findTarget(tx, ctx, target), dashboardId),
  );
}

/** Takes that decision back; also where there was none. Throws NotFoundError. */
export async function clearDashboardStart(
  ctx: RequestContext,
  input: z.input<typeof ClearStartInput>,
): Promise<{ dashboardId: string | null }> {
  requirePermission(ctx, "dashboard:manage");
  const { target } = ClearStartInput.parse(input);
  return withTransaction(ctx, async (tx) => replaceStart(tx, ctx, await findTarget(tx, ctx, target), null));
}

/** A person's own choice, which goes before what was decided for their job role and department. */
export async function chooseOwnStart(
  ctx: RequestContext,
  input: z.input<typeof ChooseStartInput>,
): Promise<{ dashboardId: string | null }> {
  requirePermission(ctx, "dashboard:read");
  const { dashboardId } = ChooseStartInput.parse(input);
  return withTransaction(ctx, (tx) => replaceStart(tx, ctx, { userId: personOf(ctx) }, dashboardId));
}

export async function clearOwnStart(
  ctx: RequestContext,
  _input: z.input<typeof ClearOwnStartInput> = {},
): Promise<{ dashboardId: string | null }> {
  requirePermission(ctx, "dashboard:read");
  return withTransaction(ctx, (tx) => replaceStart(tx, ctx, { userId: personOf(ctx) }, null));
}

function personOf({ actor }: RequestContext): string {
  if (actor.kind !== "user") throw new ForbiddenError("Only people begin somewhere.");
  return actor.userId;
}

type Whose = { userId: string } | { jobRole: string } | { departmentId: string };

async function replaceStart(
  tx: Tx,
  ctx: RequestContext,
  whose: Whose,
  dashboardId: string | null,
): Promise<{ dashboardId: string | null }> {
  const workspaceId = ctx.workspace.id;
  const dashboard = dashboardId ? await findDashboard(tx, ctx, dashboardId) : null;
  const before = await tx.dashboardStart.findFirst({
    where: { workspaceId, ...whose },
    select: { dashboardId: true },
  });
  await tx.dashboardStart.deleteMany({ where: { workspaceId, ...whose } });
  if (dashboard)
    await tx.dashboardStart.create({
      data: { workspaceId, dashboardId: dashboard.id, ...whose, createdAt: ctx.now() },
      select: { id: true },
    });
  if (before || dashboard)
    await emitAudit(tx, ctx, {
      action: "dashboard.set_start",
      entityId: dashboard?.id ?? before?.dashboardId,
      before: before ? { ...whose, dashboardId: before.dashboardId } : undefined,
      after: dashboard ? { ...whose, dashboardId: dashboard.id } : undefined,
    });
  return { dashboardId: dashboard?.id ?? null };
}

async function findTarget(tx: Tx, ctx: RequestContext, target: StartTarget): Promise<Whose> {
  if (target.of === "jobRole") return { jobRole: target.jobRole };
  const where = { id: target.departmentId, workspaceId: ctx.workspace.id };
  if ((await tx.department.count({ where })) === 0) throw new NotFoundError("department");
  return { departmentId: target.departmentId };
}
