import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { type Prisma, withTransaction } from "@/lib/db";
import type { Belonging } from "@/lib/sharing";
import { visibleDashboards } from "../find-dashboard";
import {
  type AudienceMember,
  type DepartmentNode,
  departmentsAbove,
  reasonsToSee,
} from "../sharing/audience";
import { readMembers } from "../sharing/read-audience";
import { concerns, inOrder } from "./rank-starts";
import type { StartDto, StartReach, StartTarget } from "./schemas";

const startFields = {
  userId: true,
  jobRole: true,
  departmentId: true,
  dashboard: {
    select: {
      id: true,
      name: true,
      type: true,
      ownerId: true,
      visibility: true,
      departmentId: true,
      jobRoles: true,
      isOpenToEditors: true,
      shares: { select: { userId: true, departmentId: true, access: true } },
    },
  },
} as const satisfies Prisma.DashboardStartSelect;

type Start = Prisma.DashboardStartGetPayload<{ select: typeof startFields }>;
type Member = AudienceMember & { belonging: Belonging };

/** Every job role and department that there is, with what its people see first and for how many of them it opens. */
export async function listDashboardStarts(ctx: RequestContext): Promise<StartDto[]> {
  requirePermission(ctx, "dashboard:manage");
  const workspaceId = ctx.workspace.id;

  return withTransaction(ctx, async (tx) => {
    const starts = await tx.dashboardStart.findMany({
      where: { workspaceId, dashboard: { deletedAt: null } },
      select: startFields,
    });
    const departments = await tx.department.findMany({
      where: { workspaceId },
      select: { id: true, name: true, parentId: true },
      orderBy: { name: "asc" },
    });
    const members = (await readMembers(tx, ctx)).map(
      (member): Member => ({
        ...member,
        belonging: {
          jobRole: member.jobRole,
          departmentIds: departmentsAbove(member.departmentId, departments),
        },
      }),
    );
    const seen = await tx.dashboard.findMany({
      where: {
        AND: [{ id: { in: starts.map(({ dashboard }) => dashboard.id) } }, await visibleDashboards(tx, ctx)],
      },
      select: { id: true },
    });
    const seenIds = new Set(seen.map(({ id }) => id));
    const describe = (target: StartTarget, label: string): StartDto => {
      const start = starts.find((one) => isFor(one, target));
      return {
        target,
        label,
        people: members.filter((member) => isOf(member, target)).length,
        dashboardId: start?.dashboard.id ?? null,
        dashboardName: start && seenIds.has(start.dashboard.id) ? start.dashboard.name : null,
        reach: start ? reachOf(start, starts, members, departments) : null,
      };
    };
    const jobRoles = new Set([...members, ...starts].flatMap(({ jobRole }) => jobRole ?? []));
    return [
      ...[...jobRoles].sort().map((jobRole) => describe({ of: "jobRole", jobRole }, jobRole)),
      ...departments.map(({ id, name }) => describe({ of: "department", departmentId: id }, name)),
    ];
  });
}

const isFor = (start: Start, target: StartTarget): boolean =>
  target.of === "jobRole" ? start.jobRole === target.jobRole : start.departmentId === target.departmentId;

const isOf = ({ belonging }: Member, target: StartTarget): boolean =>
  target.of === "jobRole"
    ? belonging.jobRole === target.jobRole
    : belonging.departmentIds.includes(target.departmentId);

/** What becomes of the decision for each of those whom it concerns. */
function reachOf(
  start: Start,
  starts: readonly Start[],
  members: readonly Member[],
  departments: readonly DepartmentNode[],
): StartReach {
  const reach: StartReach = { opens: 0, ownChoice: 0, nearer: 0, unseen: 0 };
  for (const member of members) {
    if (!concerns(start, member.userId, member.belonging)) continue;
    const isSeen = ({ dashboard }: Start) =>
      reasonsToSee(dashboard, member, member.belonging, departments).length > 0;
    const theirs = starts.filter((one) => concerns(one, member.userId, member.belonging) && isSeen(one));
    const [first] = inOrder(theirs, member.belonging);
    if (first === start) reach.opens += 1;
    else if (!isSeen(start)) reach.unseen += 1;
    else if (first?.userId) reach.ownChoice += 1;
    else reach.nearer += 1;
  }
  return reach;
}
