/** Who may change a dashboard, and who decides about it. */
import { may } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import type { Tx } from "@/lib/db";
import { ForbiddenError } from "@/lib/errors";
import { type Belonging, belongingOf, isSharedWith, NOWHERE, type Shared } from "@/lib/sharing";
import type { DashboardAccess } from "../schemas";

export type Held = Shared & {
  type: string;
  isOpenToEditors: boolean;
  shares: readonly { userId: string | null; departmentId: string | null; access: string }[];
};

/**
 * Its owner and admins do both. Other editors edit what an EDIT share names them for, and what they see by its
 * visibility while it is open to editors. Viewers edit nothing, whatever is shared with them; a SYSTEM dashboard is the
 * admins' alone.
 */
export function accessOf(ctx: RequestContext, belonging: Belonging, dashboard: Held): DashboardAccess {
  const { actor } = ctx;
  const manages = may(ctx, "dashboard:manage");
  if (actor.kind === "system" || manages) return { edit: true, manage: true };
  if (actor.kind === "link" || !may(ctx, "dashboard:update") || dashboard.type === "SYSTEM")
    return { edit: false, manage: false };
  if (dashboard.ownerId === actor.userId) return { edit: true, manage: true };
  const isNamed = dashboard.shares.some(
    ({ access, userId, departmentId }) =>
      access === "EDIT" &&
      (userId === actor.userId || (departmentId !== null && belonging.departmentIds.includes(departmentId))),
  );
  return {
    edit: isNamed || (dashboard.isOpenToEditors && isSharedWith(belonging, dashboard)),
    manage: false,
  };
}

export async function accessTo(tx: Tx, ctx: RequestContext, dashboard: Held): Promise<DashboardAccess> {
  return accessOf(ctx, await editorsBelonging(tx, ctx), dashboard);
}

/** Where the person belongs, if anything depends on it. */
export async function editorsBelonging(tx: Tx, ctx: RequestContext): Promise<Belonging> {
  const { actor } = ctx;
  return actor.kind === "user" && actor.role === "EDITOR" ? belongingOf(tx, ctx, actor.userId) : NOWHERE;
}

/** Throws ForbiddenError for a dashboard that the person sees and may not change. */
export async function requireEdit(tx: Tx, ctx: RequestContext, dashboard: Held): Promise<void> {
  if ((await accessTo(tx, ctx, dashboard)).edit) return;
  throw new ForbiddenError(
    dashboard.type === "SYSTEM"
      ? "This is a system dashboard, which only admins change. Make a copy for your own changes."
      : "You may look at this dashboard, not change it. Ask its owner or an admin to share it with you for editing, or make a copy.",
  );
}

/** Throws ForbiddenError for everybody but its owner and admins. */
export async function requireManage(tx: Tx, ctx: RequestContext, dashboard: Held): Promise<void> {
  if ((await accessTo(tx, ctx, dashboard)).manage) return;
  throw new ForbiddenError(
    dashboard.type === "SYSTEM"
      ? "This is a system dashboard: only admins share it, delete it and give it away."
      : "Only its owner or an admin can share this dashboard, delete it and give it away.",
  );
}
