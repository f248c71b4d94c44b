import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { type Tx, withTransaction, withWorkspace } from "@/lib/db";
import { readFileLink } from "@/lib/deliveries";
import { AppError, NotFoundError } from "@/lib/errors";
import { storage } from "@/lib/storage";
import { FileIdInput } from "./schemas";

export type DownloadedFile = { fileName: string; contentType: string; bytes: Buffer };

/**
 * Opens a signed link of a mail: whoever has it may read the file until it expires, signed in or not.
 * Throws AppError `link_invalid` for a link that was changed, has expired, or whose file is gone.
 */
export async function openFileLink(token: string, now: Date): Promise<DownloadedFile> {
  const { workspaceId, fileId } = readFileLink(token, now);
  try {
    return await download(
      await withWorkspace(workspaceId, (tx) => countAccess(tx, workspaceId, fileId, now)),
    );
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    throw new AppError(
      "link_invalid",
      "The file behind this link is gone. Ask the sender for the report again.",
    );
  }
}

/** Downloads a file of a run by a signed-in person. Throws NotFoundError for a foreign or expired one. */
export async function downloadFile(
  ctx: RequestContext,
  input: z.input<typeof FileIdInput>,
): Promise<DownloadedFile> {
  requirePermission(ctx, "execution:read");
  const { fileId } = FileIdInput.parse(input);
  return download(await withTransaction(ctx, (tx) => countAccess(tx, ctx.workspace.id, fileId, ctx.now())));
}

type FoundFile = { fileName: string; contentType: string; storageKey: string };

async function countAccess(tx: Tx, workspaceId: string, fileId: string, now: Date): Promise<FoundFile> {
  const { count } = await tx.reportFile.updateMany({
    where: { id: fileId, workspaceId, expiresAt: { gt: now } },
    data: { accessCount: { increment: 1 }, lastAccessAt: now },
  });
  if (count === 0) throw new NotFoundError("file");
  return tx.reportFile.findFirstOrThrow({
    where: { id: fileId, workspaceId },
    select: { fileName: true, contentType: true, storageKey: true },
  });
}

async function download({ fileName, contentType, storageKey }: FoundFile): Promise<DownloadedFile> {
  return { fileName, contentType, bytes: await storage().get(storageKey) };
}
