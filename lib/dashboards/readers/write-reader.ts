import type { RequestContext } from "@/lib/context";
import type { Prisma, Tx } from "@/lib/db";
import { ForbiddenError } from "@/lib/errors";

type Facts = Pick<Prisma.DashboardReaderUncheckedCreateInput, "isFavourite" | "view">;

/** Sets what a dashboard that was found already is to the person who acts. */
export async function writeReader(
  tx: Tx,
  ctx: RequestContext,
  dashboardId: string,
  facts: Facts,
): Promise<void> {
  if (ctx.actor.kind !== "user")
    throw new ForbiddenError("Only people have favourites and filters of their own.");
  const { userId } = ctx.actor;
  await tx.dashboardReader.upsert({
    where: { dashboardId_userId: { dashboardId, userId }, workspaceId: ctx.workspace.id },
    create: { workspaceId: ctx.workspace.id, dashboardId, userId, ...facts },
    update: facts,
    select: { userId: true },
  });
}
