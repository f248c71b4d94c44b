import type { z } from "zod";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { executionKey, sha256Of } from "@/lib/deliveries";
import { renderDocument } from "@/lib/render";
import type { PreparedDocument } from "@/lib/reports/document";
import type { ReportFormat } from "@/lib/reports/schemas";
import { storage } from "@/lib/storage";
import { fileName } from "@/lib/format/file-name";

const DAY_MS = 86_400_000;

/**
 * Renders one format and stores it: bytes first, then the row, so that a row always has its file. An earlier
 * attempt's file is kept; half of one is written over. Throws `render_failed` and `storage_failed`.
 */
export async function renderFile(
  ctx: RequestContext,
  executionId: string,
  document: PreparedDocument,
  format: z.infer<typeof ReportFormat>,
): Promise<void> {
  const workspaceId = ctx.workspace.id;
  const identity = { executionId_format_slice: { executionId, format, slice: "" } };
  const { isKept, retentionDays } = await withTransaction(ctx, async (tx) => {
    const kept = await tx.reportFile.findUnique({
      where: { ...identity, workspaceId },
      select: { id: true },
    });
    const workspace = await tx.workspace.findUniqueOrThrow({
      where: { id: workspaceId },
      select: { fileRetentionDays: true },
    });
    return { isKept: kept !== null, retentionDays: workspace.fileRetentionDays };
  });
  if (isKept) return;
  const { bytes, contentType, extension } = await renderDocument(document, format, { signal: ctx.signal });
  const storageKey = executionKey(ctx, executionId, `${format.toLowerCase()}.${extension}`);
  await storage().put(storageKey, bytes, contentType);
  const file = {
    fileName: fileName(document.title, document.subtitle, extension),
    contentType,
    storageKey,
    bytes: bytes.length,
    sha256: sha256Of(bytes),
    expiresAt: new Date(ctx.now().getTime() + retentionDays * DAY_MS),
  };
  await withTransaction(ctx, (tx) =>
    tx.reportFile.upsert({
      where: { ...identity, workspaceId },
      create: { ...file, workspaceId, executionId, format },
      update: file,
    }),
  );
}
