import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { EXPORT_KEPT_DAYS } from "@/lib/exports/schemas";
import { EXPORT_FIELDS, type ExportRow } from "@/lib/exports/serialize";
import { type Notice, recordNotice } from "@/lib/notifications";

export type ExportEnd =
  | { state: "COMPLETED"; storageKey: string; rows: number; bytes: number; sha256: string; fileName?: string }
  | { state: "FAILED" | "CANCELLED"; error: string };

const DAY_MS = 86_400_000;

/** Ends an export that this job still holds, and tells the person who asked for it. */
export async function endExport(
  ctx: RequestContext,
  held: { exportId: string; runId: string },
  end: ExportEnd,
): Promise<void> {
  const now = ctx.now();
  const expiry =
    end.state === "COMPLETED"
      ? { progress: 100, expiresAt: new Date(now.getTime() + EXPORT_KEPT_DAYS * DAY_MS), error: null }
      : {};
  await withTransaction(ctx, async (tx) => {
    const [row] = await tx.resultExport.updateManyAndReturn({
      where: { id: held.exportId, workspaceId: ctx.workspace.id, state: "RUNNING", runId: held.runId },
      data: { ...end, ...expiry, finishedAt: now },
      select: EXPORT_FIELDS,
    });
    if (row && end.state !== "CANCELLED")
      await recordNotice(tx, ctx, noticeOf(row, end, ctx.workspace.locale));
  });
}

function noticeOf(row: ExportRow, end: ExportEnd, locale: string): Notice {
  const base = {
    key: `export:${row.id}`,
    path: `queries/exports?export=${row.id}`,
    ownerId: row.createdById,
    isPersonal: true,
  };
  if (end.state === "COMPLETED")
    return {
      ...base,
      kind: "EXPORT_READY",
      title: `“${row.name}” is ready`,
      body: row.dashboardId
        ? `${row.fileName} can be saved now. The file is kept for ${EXPORT_KEPT_DAYS} days.`
        : `${end.rows.toLocaleString(locale)} rows as ${row.fileName}. The file is kept for ${EXPORT_KEPT_DAYS} days.`,
    };
  return {
    ...base,
    kind: "EXPORT_FAILED",
    title: `“${row.name}” could not be exported`,
    body: end.error,
  };
}
