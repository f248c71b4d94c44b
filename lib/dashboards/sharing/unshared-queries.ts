import type { RequestContext } from "@/lib/context";
import type { Tx } from "@/lib/db";
import { findSeenQueries } from "@/lib/queries";
import { type Belonging, isAdmin, isSharedWith, memberMaySee } from "@/lib/sharing";
import type { UnsharedQuery } from "./schemas";

type Viewer = { userId: string; role: string; belonging: Belonging };

/**
 * The queries behind a dashboard's figures that some of its viewers may not open, by name. A query that the person who
 * asks does not see either has no name here.
 */
export async function unsharedQueries(
  tx: Tx,
  ctx: RequestContext,
  dashboardId: string,
  viewers: readonly Viewer[],
): Promise<UnsharedQuery[]> {
  const workspaceId = ctx.workspace.id;
  const widgets = await tx.widget.findMany({
    where: { workspaceId, dashboardId, queryId: { not: null } },
    select: { queryId: true, vouchedById: true },
  });
  const queries = await tx.query.findMany({
    where: { workspaceId, deletedAt: null, id: { in: widgets.flatMap(({ queryId }) => queryId ?? []) } },
    select: { id: true, name: true, ownerId: true, visibility: true, departmentId: true, jobRoles: true },
    orderBy: { name: "asc" },
  });
  const seen = await findSeenQueries(
    tx,
    ctx,
    queries.map(({ id }) => id),
  );
  const unshared: UnsharedQuery[] = [];
  for (const query of queries) {
    const isOpenTo = ({ userId, role, belonging }: Viewer) =>
      query.ownerId === userId ||
      (isAdmin(role) && query.visibility !== "PRIVATE") ||
      isSharedWith(belonging, query);
    const people = viewers.filter((viewer) => !isOpenTo(viewer)).length;
    if (people === 0) continue;
    const vouchers = new Set(
      widgets.flatMap(({ queryId, vouchedById }) => (queryId === query.id ? [vouchedById] : [])),
    );
    let isShown = true;
    for (const userId of vouchers)
      isShown &&= userId !== null && (await memberMaySee(tx, ctx, query, userId));
    unshared.push({ name: seen.has(query.id) ? query.name : null, people, isShown });
  }
  return unshared;
}
