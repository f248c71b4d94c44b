import type { RequestContext } from "@/lib/context";
import type { Tx } from "@/lib/db";

/** Ends the draft of whoever acts, if there is one. */
export async function dropDraft(tx: Tx, ctx: RequestContext, dashboardId: string): Promise<void> {
  if (ctx.actor.kind !== "user") return;
  const { userId } = ctx.actor;
  await tx.dashboardDraft.deleteMany({ where: { workspaceId: ctx.workspace.id, dashboardId, userId } });
}
