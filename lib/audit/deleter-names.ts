import type { RequestContext } from "@/lib/context";
import type { Tx } from "@/lib/db";

/** By the id of what was deleted: the name of whoever deleted it last, where the log knows. */
export async function deleterNames(
  tx: Tx,
  ctx: RequestContext,
  noun: "dashboard" | "query",
  ids: string[],
): Promise<ReadonlyMap<string, string>> {
  const events = await tx.auditEvent.findMany({
    where: {
      workspaceId: ctx.workspace.id,
      entityType: noun,
      entityId: { in: ids },
      action: `${noun}.delete`,
    },
    select: { entityId: true, actorName: true },
    orderBy: { createdAt: "asc" },
  });
  return new Map(events.map(({ entityId, actorName }) => [entityId ?? "", actorName]));
}
