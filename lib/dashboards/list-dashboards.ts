import { may, requirePermission } from "@/lib/access";
import { deleterNames } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { type Prisma, type Tx, withTransaction } from "@/lib/db";
import { dashboardFields, visibleDashboards } from "./find-dashboard";
import { activeLinks } from "./links/find-link";
import type { DashboardSummary, DeletedDashboard } from "./schemas";
import { ownerNames, serializeSummary } from "./serialize";
import { accessOf, editorsBelonging } from "./sharing/access";

const BIN_SHOWN = 200;

/** Every dashboard the actor may see, the most recently used or changed first. */
export async function listDashboards(ctx: RequestContext): Promise<DashboardSummary[]> {
  requirePermission(ctx, "dashboard:read");
  return withTransaction(ctx, (tx) =>
    summarize(tx, ctx, { where: { deletedAt: null }, orderBy: [{ updatedAt: "desc" }, { id: "desc" }] }),
  );
}

/** What was deleted and can be brought back by the person who asks, newest first, with who deleted it. */
export async function listDeletedDashboards(ctx: RequestContext): Promise<DeletedDashboard[]> {
  requirePermission(ctx, "dashboard:delete");
  return withTransaction(ctx, async (tx) => {
    const found = await summarize(tx, ctx, {
      where: { AND: [{ deletedAt: { not: null } }, managedBy(ctx)] },
      orderBy: { deletedAt: "desc" },
      take: BIN_SHOWN,
    });
    const ids = found.map(({ id }) => id);
    const rows = await tx.dashboard.findMany({
      where: { workspaceId: ctx.workspace.id, id: { in: ids } },
      select: { id: true, deletedAt: true },
    });
    const deletedAt = new Map(rows.map((row) => [row.id, row.deletedAt?.toISOString() ?? ""]));
    const deletedBy = await deleterNames(tx, ctx, "dashboard", ids);
    return found
      .filter(({ access }) => access.manage)
      .map((dashboard) => ({
        ...dashboard,
        deletedAt: deletedAt.get(dashboard.id) ?? "",
        deletedByName: deletedBy.get(dashboard.id) ?? null,
      }));
  });
}

/** Asked in the query, so that what others deleted does not fill a person's list to its end. */
function managedBy(ctx: RequestContext): Prisma.DashboardWhereInput {
  if (ctx.actor.kind !== "user" || may(ctx, "dashboard:manage")) return {};
  return { ownerId: ctx.actor.userId, type: { not: "SYSTEM" } };
}

type Listed = Pick<Prisma.DashboardFindManyArgs, "where" | "orderBy" | "take">;

/** Of the given dashboards those the person sees. */
export async function summarize(
  tx: Tx,
  ctx: RequestContext,
  { where = {}, ...order }: Listed,
): Promise<DashboardSummary[]> {
  const rows = await tx.dashboard.findMany({
    ...order,
    where: { AND: [where, await visibleDashboards(tx, ctx)] },
    select: {
      ...dashboardFields(ctx),
      _count: { select: { widgets: true, publicLinks: { where: activeLinks(ctx) } } },
    },
  });
  const owners = await ownerNames(tx, ctx, rows);
  const belonging = await editorsBelonging(tx, ctx);
  return rows.map((row) => serializeSummary(row, owners, accessOf(ctx, belonging, row), row._count));
}
