import type { RequestContext } from "@/lib/context";
import type { Tx } from "@/lib/db";
import { ConflictError } from "@/lib/errors";
import { formatDateTime } from "@/lib/format/dates";
import { findDashboard } from "./find-dashboard";

/** Says who published the newer version and when. Throws NotFoundError when it was deleted meanwhile. */
export async function newerVersionError(
  tx: Tx,
  ctx: RequestContext,
  dashboardId: string,
): Promise<ConflictError> {
  const { name, version } = await findDashboard(tx, ctx, dashboardId);
  const saved = await tx.dashboardVersion.findFirst({
    where: { workspaceId: ctx.workspace.id, dashboardId },
    orderBy: { number: "desc" },
    select: { authorName: true, createdAt: true },
  });
  const who = saved?.authorName || "Somebody";
  const when = saved ? ` at ${formatDateTime(saved.createdAt, ctx.workspace)}` : "";
  return new ConflictError(
    `${who} saved a newer version of "${name}"${when}, after you opened it. Compare it with yours, then decide which of the two goes on.`,
    { version, savedBy: who, savedAt: saved?.createdAt.toISOString() },
  );
}
