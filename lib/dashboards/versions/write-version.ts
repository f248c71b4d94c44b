import type { RequestContext } from "@/lib/context";
import type { Tx } from "@/lib/db";
import type { DashboardDto } from "../schemas";
import type { DashboardContent } from "./schemas";

/** Keeps what a dashboard is now under the number of its version. */
export async function writeVersion(
  tx: Tx,
  ctx: RequestContext,
  { id, version, name, description, filters, settings, widgets }: DashboardDto,
  note: string,
): Promise<void> {
  const document: DashboardContent = { name, description, filters, settings, widgets };
  await tx.dashboardVersion.create({
    data: {
      workspaceId: ctx.workspace.id,
      dashboardId: id,
      number: version,
      document,
      note,
      authorId: ctx.actor.kind === "user" ? ctx.actor.userId : null,
      authorName: ctx.actor.name,
      createdAt: ctx.now(),
    },
    select: { id: true },
  });
}
