import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { visibleDashboards } from "../find-dashboard";
import type { StartDto } from "./schemas";

/** Every job role and department that there is, with what its people see first. */
export async function listDashboardStarts(ctx: RequestContext): Promise<StartDto[]> {
  requirePermission(ctx, "dashboard:manage");
  const workspaceId = ctx.workspace.id;

  return withTransaction(ctx, async (tx) => {
    const starts = await tx.dashboardStart.findMany({
      where: { workspaceId, userId: null },
      select: { jobRole: true, departmentId: true, dashboardId: true },
    });
    const departments = await tx.department.findMany({
      where: { workspaceId },
      select: { id: true, name: true },
      orderBy: { name: "asc" },
    });
    const members = await tx.membership.findMany({
      where: { workspaceId, deactivatedAt: null },
      select: { jobRole: true, departmentId: true },
    });
    const seen = await tx.dashboard.findMany({
      where: { AND: [{ deletedAt: null }, await visibleDashboards(tx, ctx)] },
      select: { id: true, name: true },
    });
    const names = new Map(seen.map(({ id, name }) => [id, name]));
    const chosen = (start: (typeof starts)[number] | undefined) => ({
      dashboardId: start?.dashboardId ?? null,
      dashboardName: names.get(start?.dashboardId ?? "") ?? null,
    });
    const jobRoles = new Set([...members, ...starts].flatMap(({ jobRole }) => jobRole ?? []));
    return [
      ...[...jobRoles].sort().map((jobRole) => ({
        target: { of: "jobRole" as const, jobRole },
        label: jobRole,
        people: members.filter((member) => member.jobRole === jobRole).length,
        ...chosen(starts.find((start) => start.jobRole === jobRole)),
      })),
      ...departments.map(({ id, name }) => ({
        target: { of: "department" as const, departmentId: id },
        label: name,
        people: members.filter((member) => member.departmentId === id).length,
        ...chosen(starts.find((start) => start.departmentId === id)),
      })),
    ];
  });
}
