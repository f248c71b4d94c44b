/** Who sees a query: its owner always, admins unless it is private, others as its visibility says. */
import type { RequestContext } from "@/lib/context";
import type { Prisma, Tx } from "@/lib/db";

type Sharing = {
  ownerId: string | null;
  visibility: string;
  departmentId: string | null;
  jobRoles: string[];
};

/** Where a person belongs: their department with those above it, and their job role. */
type Belonging = { departmentIds: string[]; jobRole: string | null };

/** A condition for lists. */
export async function visibleQueries(tx: Tx, ctx: RequestContext): Promise<Prisma.QueryWhereInput> {
  if (ctx.actor.kind === "system") return {};
  // A link shows figures; it lists no queries.
  if (ctx.actor.kind === "link") return { id: { in: [] } };
  const mine = { ownerId: ctx.actor.userId };
  if (isAdmin(ctx)) return { OR: [mine, { visibility: { not: "PRIVATE" } }] };
  const { departmentIds, jobRole } = await belongingOf(tx, ctx, ctx.actor.userId);
  return {
    OR: [
      mine,
      { visibility: "WORKSPACE" },
      { visibility: "DEPARTMENT", departmentId: { in: departmentIds } },
      ...(jobRole ? [{ visibility: "ROLE", jobRoles: { has: jobRole } }] : []),
    ],
  };
}

/** The same rule for one query, without a question to the database where none is needed. */
export async function maySee(tx: Tx, ctx: RequestContext, query: Sharing): Promise<boolean> {
  if (ctx.actor.kind === "system" || query.visibility === "WORKSPACE") return true;
  if (ctx.actor.kind === "link") return false;
  if (query.ownerId === ctx.actor.userId) return true;
  if (query.visibility === "PRIVATE") return false;
  if (isAdmin(ctx)) return true;
  const { departmentIds, jobRole } = await belongingOf(tx, ctx, ctx.actor.userId);
  if (query.visibility === "DEPARTMENT")
    return query.departmentId !== null && departmentIds.includes(query.departmentId);
  return jobRole !== null && query.jobRoles.includes(jobRole);
}

const isAdmin = ({ actor }: RequestContext): boolean =>
  actor.kind === "user" && (actor.role === "ADMIN" || actor.role === "OWNER");

async function belongingOf(tx: Tx, ctx: RequestContext, userId: string): Promise<Belonging> {
  const workspaceId = ctx.workspace.id;
  const membership = await tx.membership.findFirst({
    where: { workspaceId, userId },
    select: { departmentId: true, jobRole: true },
  });
  if (!membership) return { departmentIds: [], jobRole: null };
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE above AS (
      SELECT id, parent_id FROM departments WHERE workspace_id = ${workspaceId}::uuid AND id = ${membership.departmentId}::uuid
      UNION
      SELECT d.id, d.parent_id FROM departments d JOIN above a ON d.id = a.parent_id WHERE d.workspace_id = ${workspaceId}::uuid)
    SELECT id FROM above`;
  return { departmentIds: rows.map(({ id }) => id), jobRole: membership.jobRole };
}
