import type { RequestContext } from "@/lib/context";
import type { Tx } from "@/lib/db";

/** Where a person belongs: their department and those above it, the nearest first, and their job role. */
export type Belonging = { departmentIds: readonly string[]; jobRole: string | null };

export const NOWHERE: Belonging = { departmentIds: [], jobRole: null };

export async function belongingOf(tx: Tx, ctx: RequestContext, userId: string): Promise<Belonging> {
  const workspaceId = ctx.workspace.id;
  const membership = await tx.membership.findFirst({
    where: { workspaceId, userId },
    select: { departmentId: true, jobRole: true },
  });
  if (!membership) return NOWHERE;
  const { departmentId, jobRole } = membership;
  if (departmentId === null) return { departmentIds: [], jobRole };
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE above AS (
      SELECT id, parent_id, ARRAY[id] AS way FROM departments
      WHERE workspace_id = ${workspaceId}::uuid AND id = ${departmentId}::uuid
      UNION ALL
      SELECT d.id, d.parent_id, a.way || d.id FROM departments d JOIN above a ON d.id = a.parent_id
      WHERE d.workspace_id = ${workspaceId}::uuid AND d.id <> ALL (a.way))
    SELECT id FROM above ORDER BY cardinality(way)`;
  return { departmentIds: rows.map(({ id }) => id), jobRole };
}
