import { z } from "zod";
import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { type Tx, withTransaction } from "@/lib/db";
import type { Belonging } from "@/lib/sharing";
import { Visibility } from "@/lib/sharing/schemas";
import { type DashboardRow, findDashboard } from "../find-dashboard";
import { activeLinks } from "../links/find-link";
import { accessOf, requireEdit } from "./access";
import { type AudienceMember, type DepartmentNode, departmentsAbove, reasonsToSee } from "./audience";
import {
  type AudienceDto,
  AudienceInput,
  type AudiencePerson,
  type AudienceReason,
  ShareAccess,
  type ShareDto,
} from "./schemas";
import { unsharedQueries } from "./unshared-queries";

/** Everybody who sees a dashboard, and why, for whoever may edit it. Throws NotFoundError, ForbiddenError. */
export async function readAudience(
  ctx: RequestContext,
  input: z.input<typeof AudienceInput>,
): Promise<AudienceDto> {
  requirePermission(ctx, "dashboard:update");
  const { dashboardId } = AudienceInput.parse(input);

  return withTransaction(ctx, async (tx) => {
    const dashboard = await findDashboard(tx, ctx, dashboardId);
    await requireEdit(tx, ctx, dashboard);
    return audienceOf(tx, ctx, dashboard);
  });
}

export async function audienceOf(tx: Tx, ctx: RequestContext, dashboard: DashboardRow): Promise<AudienceDto> {
  const departments = await tx.department.findMany({
    where: { workspaceId: ctx.workspace.id },
    select: { id: true, name: true, parentId: true },
    orderBy: { name: "asc" },
  });
  const members = await readMembers(tx, ctx);
  const viewers = members.flatMap((member): Viewer[] => {
    const belonging = {
      jobRole: member.jobRole,
      departmentIds: departmentsAbove(member.departmentId, departments),
    };
    const reasons = reasonsToSee(dashboard, member, belonging, departments);
    return reasons.length === 0 ? [] : [{ ...member, belonging, reasons }];
  });
  const names = new Map(members.map(({ userId, name }) => [userId, name]));
  return {
    visibility: Visibility.parse(dashboard.visibility),
    departmentId: dashboard.departmentId,
    jobRoles: dashboard.jobRoles,
    isOpenToEditors: dashboard.isOpenToEditors,
    ownerName: names.get(dashboard.ownerId ?? "") ?? null,
    shares: dashboard.shares.flatMap((share) => serializeShare(share, names, departments)),
    people: viewers.map((viewer) => audiencePerson(ctx, dashboard, viewer)),
    activeLinkCount: await tx.publicLink.count({
      where: { workspaceId: ctx.workspace.id, dashboardId: dashboard.id, ...activeLinks(ctx) },
    }),
    unsharedQueries: await unsharedQueries(tx, ctx, dashboard.id, viewers),
    choices: {
      departments: departments.map(({ id, name }) => ({ id, name })),
      jobRoles: [...new Set(members.flatMap(({ jobRole }) => jobRole ?? []))].sort(),
      people: members.map(({ userId, name, role }) => ({ id: userId, name, isViewer: role === "VIEWER" })),
    },
  };
}

type NamedMember = AudienceMember & { name: string; email: string };
type Viewer = NamedMember & { belonging: Belonging; reasons: AudienceReason[] };

const MemberRole = z.enum(["OWNER", "ADMIN", "EDITOR", "VIEWER"]);

/** The active members, by name. */
export async function readMembers(tx: Tx, ctx: RequestContext): Promise<NamedMember[]> {
  const rows = await tx.membership.findMany({
    where: { workspaceId: ctx.workspace.id, deactivatedAt: null, user: { deactivatedAt: null } },
    select: {
      userId: true,
      role: true,
      jobRole: true,
      departmentId: true,
      user: { select: { name: true, email: true } },
    },
    orderBy: { user: { name: "asc" } },
  });
  return rows.map(({ user, role, ...row }) => ({ ...row, ...user, role: MemberRole.parse(role) }));
}

function audiencePerson(
  ctx: RequestContext,
  dashboard: DashboardRow,
  { userId, name, email, role, belonging, reasons }: Viewer,
): AudiencePerson {
  const asThem: RequestContext = { ...ctx, actor: { kind: "user", userId, name, email, role } };
  return { userId, name, mayEdit: accessOf(asThem, belonging, dashboard).edit, reasons };
}

/** What was shared with somebody who has left since is not listed: it reaches nobody. */
function serializeShare(
  { userId, departmentId, access }: DashboardRow["shares"][number],
  names: ReadonlyMap<string, string>,
  departments: readonly DepartmentNode[],
): ShareDto[] {
  const given = { access: ShareAccess.parse(access) };
  if (userId !== null) {
    const name = names.get(userId);
    return name === undefined ? [] : [{ target: { kind: "person", userId }, name, ...given }];
  }
  const department = departments.find(({ id }) => id === departmentId);
  if (!department) return [];
  return [{ target: { kind: "department", departmentId: department.id }, name: department.name, ...given }];
}
