/** Who may do what. A permission is `<noun>:<verb>`; roles are supersets of the one below. Client-safe. */
import type { Role } from "@/lib/context";

const VIEWER = [
  "dashboard:read",
  "dashboard:export",
  "picture:read",
  "export:read",
  "report:read",
  "schedule:read",
  "query:read",
  "execution:read",
  "list:read",
] as const;

const EDITOR = [
  ...VIEWER,
  "dashboard:create",
  "dashboard:update",
  "dashboard:delete",
  "picture:create",
  "picture:delete",
  "report:create",
  "report:update",
  "report:delete",
  "schedule:create",
  "schedule:update",
  "schedule:delete",
  "schedule:run",
  "query:create",
  "query:update",
  "query:delete",
  "query:run",
  "query:export",
  "data_source:read",
  "file:upload",
  "delivery:read",
] as const;

const ADMIN = [
  ...EDITOR,
  // Of whoever owns them: to share, to give away, to put first for others.
  "dashboard:manage",
  "data_source:create",
  "data_source:update",
  "data_source:delete",
  "cache:read",
  "cache:clear",
  "list:create",
  "list:update",
  "list:delete",
  "delivery:resend",
  "execution:release",
  "member:read",
  "member:update",
  "mail:read",
  "audit:read",
] as const;

const OWNER = [...ADMIN, "workspace:update"] as const;

export type Permission = (typeof OWNER)[number];

/** Of whoever opens a public link; which dashboard they see is their context's. */
const LINK = ["dashboard:read", "query:read"] as const;

const GRANTS: Record<Role | "LINK", ReadonlySet<string>> = {
  VIEWER: new Set(VIEWER),
  EDITOR: new Set(EDITOR),
  ADMIN: new Set(ADMIN),
  OWNER: new Set(OWNER),
  LINK: new Set(LINK),
};

export function roleMay(role: Role | "LINK", permission: Permission): boolean {
  return GRANTS[role].has(permission);
}
