import type { Readable } from "node:stream";
import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { AppError, NotFoundError } from "@/lib/errors";
import { findExport } from "@/lib/exports/find-export";
import { EXPORT_FORMATS, ExportFormat, ExportIdInput, ZIP } from "@/lib/exports/schemas";
import { storage } from "@/lib/storage";

export type ExportDownload = { body: Readable; bytes: number; contentType: string; fileName: string };

/** The file of an export, piece by piece. Throws NotFoundError, AppError link_invalid once it has expired. */
export async function downloadExport(
  ctx: RequestContext,
  input: z.input<typeof ExportIdInput>,
): Promise<ExportDownload> {
  requirePermission(ctx, "export:read");
  const { exportId } = ExportIdInput.parse(input);
  const { storageKey, row } = await withTransaction(ctx, async (tx) => {
    const found = await findExport(tx, ctx, exportId);
    if (found.state === "EXPIRED" || (found.expiresAt && found.expiresAt <= ctx.now()))
      throw new AppError("link_invalid", "This file has expired. Export the result again.");
    if (found.state !== "COMPLETED") throw new NotFoundError("file");
    const changed = await tx.resultExport.update({
      where: { id: found.id, workspaceId: ctx.workspace.id },
      data: { accessCount: { increment: 1 } },
      select: { storageKey: true },
    });
    await emitAudit(tx, ctx, { action: "export.download", entityId: found.id });
    return { storageKey: changed.storageKey, row: found };
  });
  if (!storageKey) throw new NotFoundError("file");
  return {
    body: await storage().getStream(storageKey),
    bytes: Number(row.bytes),
    contentType: row.fileName.endsWith(`.${ZIP.extension}`)
      ? ZIP.contentType
      : EXPORT_FORMATS[ExportFormat.parse(row.format)].contentType,
    fileName: row.fileName,
  };
}
