import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { storage } from "@/lib/storage";
import { findPicture } from "./find-picture";
import { PictureType } from "./schemas";

export type PictureFile = { bytes: Buffer; mediaType: PictureType; name: string; sha256: string };

/**
 * A picture and its bytes, for whoever was found to see what it stands on: nothing is asked here but the workspace.
 * Throws NotFoundError, also when the file is gone.
 */
export async function openPicture(ctx: RequestContext, pictureId: string): Promise<PictureFile> {
  const row = await withTransaction(ctx, (tx) => findPicture(tx, ctx, pictureId));
  const { name, sha256, storageKey } = row;
  return {
    bytes: await storage().get(storageKey),
    mediaType: PictureType.parse(row.mediaType),
    name,
    sha256,
  };
}
