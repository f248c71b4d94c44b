import type { RequestContext } from "@/lib/context";
import type { Prisma, Tx } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { belongingOf, isAdmin, maySee, NOWHERE, visibleConditions } from "@/lib/sharing";

/** What leaves the server, without the widgets; `readers` holds what it is to the person who asks. */
export const dashboardFields = (ctx: RequestContext) =>
  ({
    id: true,
    publicId: true,
    name: true,
    description: true,
    type: true,
    tags: true,
    visibility: true,
    departmentId: true,
    jobRoles: true,
    isOpenToEditors: true,
    ownerId: true,
    filters: true,
    settings: true,
    version: true,
    usageCount: true,
    lastUsedAt: true,
    updatedAt: true,
    shares: { select: { userId: true, departmentId: true, access: true } },
    readers: {
      where: { userId: ctx.actor.kind === "user" ? ctx.actor.userId : NOBODY },
      select: { isFavourite: true, lastOpenedAt: true },
    },
  }) as const satisfies Prisma.DashboardSelect;

const NOBODY = "00000000-0000-0000-0000-000000000000";

export const widgetColumns = {
  key: true,
  queryId: true,
  visual: true,
  parameters: true,
  section: true,
  options: true,
  x: true,
  y: true,
  w: true,
  h: true,
} as const satisfies Prisma.WidgetSelect;

export type DashboardRow = Prisma.DashboardGetPayload<{ select: ReturnType<typeof dashboardFields> }>;
export type WidgetRow = Prisma.WidgetGetPayload<{ select: typeof widgetColumns }>;

/** A condition for lists: what this actor sees by its visibility or by a share, deleted or not. */
export async function visibleDashboards(tx: Tx, ctx: RequestContext): Promise<Prisma.DashboardWhereInput> {
  const workspaceId = ctx.workspace.id;
  if (ctx.actor.kind === "system") return { workspaceId };
  if (ctx.actor.kind === "link") return { workspaceId, id: ctx.actor.dashboardId };
  const { userId, role } = ctx.actor;
  // Admins see what is not private; a private one may be shared with them as with anybody.
  const belonging = await belongingOf(tx, ctx, userId);
  return {
    workspaceId,
    OR: [
      ...visibleConditions(ctx.actor, isAdmin(role) ? NOWHERE : belonging),
      { shares: { some: { OR: [{ userId }, { departmentId: { in: [...belonging.departmentIds] } }] } } },
    ],
  };
}

/** Throws NotFoundError for missing, foreign, deleted and unseen dashboards alike. */
export async function findDashboard(tx: Tx, ctx: RequestContext, dashboardId: string): Promise<DashboardRow> {
  return findWhere(tx, ctx, { id: dashboardId, deletedAt: null }, "dashboard");
}

/** The same for one in the bin. */
export async function findDeleted(tx: Tx, ctx: RequestContext, dashboardId: string): Promise<DashboardRow> {
  return findWhere(tx, ctx, { id: dashboardId, deletedAt: { not: null } }, "deleted dashboard");
}

async function findWhere(
  tx: Tx,
  ctx: RequestContext,
  where: Prisma.DashboardWhereInput,
  noun: string,
): Promise<DashboardRow> {
  const row = await tx.dashboard.findFirst({
    where: { ...where, workspaceId: ctx.workspace.id },
    select: dashboardFields(ctx),
  });
  if (!row || !(await isSeen(tx, ctx, row))) throw new NotFoundError(noun);
  return row;
}

async function isSeen(tx: Tx, ctx: RequestContext, row: DashboardRow): Promise<boolean> {
  if (ctx.actor.kind === "link") return ctx.actor.dashboardId === row.id;
  return (await maySee(tx, ctx, row)) || (await isSharedByName(tx, ctx, row));
}

async function isSharedByName(tx: Tx, ctx: RequestContext, { shares }: DashboardRow): Promise<boolean> {
  if (ctx.actor.kind !== "user" || shares.length === 0) return false;
  const { userId } = ctx.actor;
  if (shares.some((share) => share.userId === userId)) return true;
  const { departmentIds } = await belongingOf(tx, ctx, userId);
  return shares.some(({ departmentId }) => departmentId !== null && departmentIds.includes(departmentId));
}
