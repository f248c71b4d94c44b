/** Who sees a dashboard, and why, in the terms of one list of members. Pure. */
import { assertNever } from "@/lib/errors";
import type { Role } from "@/lib/context";
import { type Belonging, isAdmin, isSharedWith } from "@/lib/sharing";
import { Visibility } from "@/lib/sharing/schemas";
import type { Held } from "./access";
import type { AudienceReason } from "./schemas";

export type AudienceMember = {
  userId: string;
  role: Role;
  jobRole: string | null;
  departmentId: string | null;
};
export type DepartmentNode = { id: string; name: string; parentId: string | null };

/** The department and those above it, the nearest first. */
export function departmentsAbove(departmentId: string | null, all: readonly DepartmentNode[]): string[] {
  const way: string[] = [];
  for (
    let at = all.find(({ id }) => id === departmentId);
    at && !way.includes(at.id);
    at = all.find(({ id }) => id === at?.parentId)
  )
    way.push(at.id);
  return way;
}

/** Empty for somebody who does not see it. */
export function reasonsToSee(
  dashboard: Held,
  member: AudienceMember,
  belonging: Belonging,
  departments: readonly DepartmentNode[],
): AudienceReason[] {
  const nameOf = (id: string | null) => departments.find((one) => one.id === id)?.name ?? "";
  const { userId, role } = member;
  return [
    ...(dashboard.ownerId === userId ? [{ kind: "owner" as const }] : []),
    ...dashboard.shares.flatMap((share): AudienceReason[] => {
      if (share.userId === userId) return [{ kind: "person" }];
      const isTheirs = share.departmentId !== null && belonging.departmentIds.includes(share.departmentId);
      return isTheirs ? [{ kind: "shared_department", name: nameOf(share.departmentId) }] : [];
    }),
    ...(isSharedWith(belonging, dashboard) ? visibilityReason(dashboard, belonging, nameOf) : []),
    ...(isAdmin(role) && dashboard.visibility !== "PRIVATE" ? [{ kind: "admin" as const }] : []),
  ];
}

function visibilityReason(
  { visibility, departmentId }: Held,
  { jobRole }: Belonging,
  nameOf: (id: string | null) => string,
): AudienceReason[] {
  const shown = Visibility.parse(visibility);
  switch (shown) {
    case "WORKSPACE":
      return [{ kind: "workspace" }];
    case "DEPARTMENT":
      return [{ kind: "department", name: nameOf(departmentId) }];
    case "ROLE":
      return jobRole === null ? [] : [{ kind: "job_role", jobRole }];
    case "PRIVATE":
      return [];
    default:
      return assertNever(shown);
  }
}
