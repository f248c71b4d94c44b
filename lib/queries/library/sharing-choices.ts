import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import type { SharingChoices } from "@/lib/queries/schemas";

/** With whom a query can be shared, and to whom it can be given. */
export async function listSharingChoices(ctx: RequestContext): Promise<SharingChoices> {
  requirePermission(ctx, "query:create");
  const workspaceId = ctx.workspace.id;
  return withTransaction(ctx, async (tx) => {
    const departments = await tx.department.findMany({
      where: { workspaceId },
      select: { id: true, name: true },
      orderBy: { name: "asc" },
    });
    const members = await tx.membership.findMany({
      where: { workspaceId, deactivatedAt: null, user: { deactivatedAt: null } },
      select: { jobRole: true, role: true, user: { select: { id: true, name: true } } },
      orderBy: { user: { name: "asc" } },
    });
    const jobRoles = [...new Set(members.flatMap(({ jobRole }) => jobRole ?? []))].sort();
    const owners = members.filter(({ role }) => role !== "VIEWER").map(({ user }) => user);
    return { departments, jobRoles, owners };
  });
}
