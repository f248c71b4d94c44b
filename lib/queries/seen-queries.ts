import type { RequestContext } from "@/lib/context";
import type { Tx } from "@/lib/db";
import { visibleTo } from "@/lib/sharing";

/** Of the given ids those of queries that the person may see, deleted ones left out. */
export async function findSeenQueries(
  tx: Tx,
  ctx: RequestContext,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.query.findMany({
    where: {
      AND: [
        { workspaceId: ctx.workspace.id, id: { in: [...ids] }, deletedAt: null },
        await visibleTo(tx, ctx),
      ],
    },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}
