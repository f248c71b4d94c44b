import type { Role } from "@/lib/context";
import type { MemberDto } from "@/lib/members/schemas";

export const ROLE_WORDS: Record<Role, { name: string; may: string }> = {
  OWNER: { name: "Owner", may: "everything, and the workspace itself" },
  ADMIN: { name: "Admin", may: "also lists, deliveries, data sources and members" },
  EDITOR: { name: "Editor", may: "builds dashboards, reports and schedules" },
  VIEWER: { name: "Viewer", may: "reads" },
};
export const ROLES: readonly Role[] = ["OWNER", "ADMIN", "EDITOR", "VIEWER"];

type Asker = { role: Role; mayUpdate: boolean };

/** Only an owner makes, changes or deactivates an owner. */
export function mayChange(asker: Asker, member: Pick<MemberDto, "role">): boolean {
  return asker.mayUpdate && (member.role !== "OWNER" || asker.role === "OWNER");
}

/** The roles the asker can give. */
export function rolesToGive(asker: Asker): readonly Role[] {
  return asker.role === "OWNER" ? ROLES : ROLES.filter((role) => role !== "OWNER");
}

/** True when somebody takes rights from themselves: nobody else might be able to give them back. */
export function lowersSelf(member: Pick<MemberDto, "role" | "isSelf">, role: Role): boolean {
  return member.isSelf && ROLES.indexOf(role) > ROLES.indexOf(member.role);
}

/** Signed-in people do not switch themselves off, and nobody is switched off twice. */
export function mayDeactivate(asker: Asker, member: MemberDto): boolean {
  return mayChange(asker, member) && !member.isSelf && member.deactivatedAt === null;
}
