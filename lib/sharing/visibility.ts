/** Who sees a thing: its owner always, admins unless it is private, others as its visibility says. */
import type { RequestContext } from "@/lib/context";
import type { Tx } from "@/lib/db";
import { type Belonging, belongingOf, NOWHERE } from "./belonging";

/** What the tables of shared things have in common. */
export type Shared = {
  ownerId: string | null;
  visibility: string;
  departmentId: string | null;
  jobRoles: readonly string[];
};

type Person = { userId: string; role: string };

type Condition = {
  ownerId?: string;
  visibility?: string | { not: string };
  departmentId?: { in: string[] };
  jobRoles?: { has: string };
};

/** A condition for lists of any such table. */
export async function visibleTo(tx: Tx, ctx: RequestContext): Promise<{ OR?: Condition[] }> {
  if (ctx.actor.kind === "system") return {};
  // Whoever has a link sees one dashboard; it lists nothing.
  if (ctx.actor.kind === "link") return { OR: [] };
  const belonging = isAdmin(ctx.actor.role) ? NOWHERE : await belongingOf(tx, ctx, ctx.actor.userId);
  return { OR: visibleConditions(ctx.actor, belonging) };
}

/** The same, of which one must hold, for tables that can be seen for further reasons. */
export function visibleConditions(
  { userId, role }: Person,
  { departmentIds, jobRole }: Belonging,
): Condition[] {
  if (isAdmin(role)) return [{ ownerId: userId }, { visibility: { not: "PRIVATE" } }];
  return [
    { ownerId: userId },
    { visibility: "WORKSPACE" },
    { visibility: "DEPARTMENT", departmentId: { in: [...departmentIds] } },
    ...(jobRole ? [{ visibility: "ROLE", jobRoles: { has: jobRole } }] : []),
  ];
}

/** The same rule for one thing, without a question to the database where none is needed. */
export async function maySee(tx: Tx, ctx: RequestContext, thing: Shared): Promise<boolean> {
  if (ctx.actor.kind === "system") return true;
  if (ctx.actor.kind === "link") return thing.visibility === "WORKSPACE";
  return maySeeAs(tx, ctx, thing, ctx.actor);
}

/** Whether a member who does not ask sees it: also one who has left, as they saw it then. */
export async function memberMaySee(
  tx: Tx,
  ctx: RequestContext,
  thing: Shared,
  userId: string,
): Promise<boolean> {
  const member = await tx.membership.findFirst({
    where: { workspaceId: ctx.workspace.id, userId },
    select: { role: true },
  });
  return member !== null && maySeeAs(tx, ctx, thing, { userId, role: member.role });
}

async function maySeeAs(
  tx: Tx,
  ctx: RequestContext,
  thing: Shared,
  { userId, role }: Person,
): Promise<boolean> {
  if (thing.visibility === "WORKSPACE" || thing.ownerId === userId) return true;
  if (thing.visibility === "PRIVATE") return false;
  return isAdmin(role) || isSharedWith(await belongingOf(tx, ctx, userId), thing);
}

/** By its visibility alone: not because somebody owns it or is an admin. */
export function isSharedWith(
  { departmentIds, jobRole }: Belonging,
  { visibility, departmentId, jobRoles }: Shared,
): boolean {
  if (visibility === "WORKSPACE") return true;
  if (visibility === "DEPARTMENT") return departmentId !== null && departmentIds.includes(departmentId);
  return visibility === "ROLE" && jobRole !== null && jobRoles.includes(jobRole);
}

export const isAdmin = (role: string): boolean => role === "ADMIN" || role === "OWNER";
