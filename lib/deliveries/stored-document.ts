import { createHash } from "node:crypto";
import type { RequestContext } from "@/lib/context";
import { AppError } from "@/lib/errors";
import type { PreparedDocument } from "@/lib/reports/document";
import { storage } from "@/lib/storage";

/**
 * What a run was made from, kept beside its files: prepared once, so that the PDF, the workbook and every mail
 * show the same figures however often a step is repeated.
 */
export type StoredDocument = {
  schemaVersion: 1;
  document: PreparedDocument;
  blocks: { id: string; kind: string; title: string; rows: number }[];
  versionNumber: number;
};

/** `<workspace>/<execution>/<name>`: the same for every attempt. */
export function executionKey(ctx: RequestContext, executionId: string, name: string): string {
  return `${ctx.workspace.id}/${executionId}/${name}`;
}

const documentKey = (ctx: RequestContext, executionId: string) =>
  executionKey(ctx, executionId, "document.json");

/** Throws AppError `storage_failed`. */
export async function storeDocument(
  ctx: RequestContext,
  executionId: string,
  stored: StoredDocument,
): Promise<{ sha256: string }> {
  const bytes = Buffer.from(JSON.stringify(stored));
  await storage().put(documentKey(ctx, executionId), bytes, "application/json");
  return { sha256: sha256Of(bytes) };
}

/** Null when nothing was stored, or it is gone with the run's files. */
export async function readStoredDocument(
  ctx: RequestContext,
  executionId: string,
): Promise<(StoredDocument & { sha256: string }) | null> {
  const bytes = await storedBytes(documentKey(ctx, executionId));
  if (bytes === null) return null;
  return { ...(JSON.parse(bytes.toString("utf8")) as StoredDocument), sha256: sha256Of(bytes) };
}

/** Removes the document and the images made from it, when the files of the run are gone. */
export async function deleteStoredDocument(ctx: RequestContext, executionId: string): Promise<void> {
  const stored = await readStoredDocument(ctx, executionId);
  if (stored === null) return;
  for (const block of stored.document.blocks)
    if (block.kind === "chart") await storage().delete(chartKey(ctx, executionId, block.id));
  await storage().delete(documentKey(ctx, executionId));
}

export const chartKey = (ctx: RequestContext, executionId: string, blockId: string) =>
  executionKey(ctx, executionId, `chart-${blockId}.png`);

/** Null for a key that is not there. */
export async function storedBytes(key: string): Promise<Buffer | null> {
  try {
    return await storage().get(key);
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  }
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
