import type { RequestContext } from "@/lib/context";
import type { Tx } from "@/lib/db";
import { ConflictError } from "@/lib/errors";
import { formatDateTime } from "@/lib/format/dates";
import { findDashboard } from "./find-dashboard";

/** Says who saved the newer version and when, as the audit log recorded it. Throws NotFoundError when it was deleted meanwhile. */
export async function newerVersionError(
  tx: Tx,
  ctx: RequestContext,
  dashboardId: string,
): Promise<ConflictError> {
  const { name, version } = await findDashboard(tx, ctx, dashboardId);
  const saved = await tx.auditEvent.findFirst({
    where: {
      workspaceId: ctx.workspace.id,
      entityType: "dashboard",
      entityId: dashboardId,
      action: "dashboard.save",
    },
    orderBy: { createdAt: "desc" },
    select: { actorName: true, createdAt: true },
  });
  const who = saved?.actorName ?? "Somebody";
  const when = saved ? ` at ${formatDateTime(saved.createdAt, ctx.workspace)}` : "";
  return new ConflictError(
    `${who} saved a newer version of "${name}"${when}, after you opened it. Save yours as a copy, or load the newest version and make your change again.`,
    { version, savedBy: who, savedAt: saved?.createdAt.toISOString() },
  );
}
