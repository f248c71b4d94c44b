import type { RequestContext } from "@/lib/context";
import type { Prisma, Tx } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";

export const dashboardColumns = {
  id: true,
  publicId: true,
  name: true,
  description: true,
  type: true,
  visibility: true,
  ownerId: true,
  filters: true,
  settings: true,
  version: true,
  usageCount: true,
  lastUsedAt: true,
  updatedAt: true,
} as const satisfies Prisma.DashboardSelect;

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

export type DashboardRow = Prisma.DashboardGetPayload<{ select: typeof dashboardColumns }>;
export type WidgetRow = Prisma.WidgetGetPayload<{ select: typeof widgetColumns }>;

/** Dashboards this actor may see: those of the workspace, and their own private ones; by a link, its own one. */
export function visibleDashboards(ctx: RequestContext): Prisma.DashboardWhereInput {
  const inWorkspace = { workspaceId: ctx.workspace.id, deletedAt: null };
  if (ctx.actor.kind === "system") return inWorkspace;
  if (ctx.actor.kind === "link") return { ...inWorkspace, id: ctx.actor.dashboardId };
  return { ...inWorkspace, OR: [{ visibility: "WORKSPACE" }, { ownerId: ctx.actor.userId }] };
}

/** Throws NotFoundError for missing, foreign, deleted and other people's private dashboards alike. */
export async function findDashboard(tx: Tx, ctx: RequestContext, dashboardId: string): Promise<DashboardRow> {
  const row = await tx.dashboard.findFirst({
    where: { AND: [visibleDashboards(ctx), { id: dashboardId }] },
    select: dashboardColumns,
  });
  if (!row) throw new NotFoundError("dashboard");
  return row;
}
