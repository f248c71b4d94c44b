import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { openPicture, type PictureFile } from "./open-picture";
import { ReadPictureInput } from "./schemas";
import { thumbnailOf } from "./thumbnail";

/**
 * A picture of the workspace, for its members, whole or small. It never changes: another picture has another id. Throws
 * NotFoundError.
 */
export async function readPicture(
  ctx: RequestContext,
  input: z.input<typeof ReadPictureInput>,
): Promise<PictureFile> {
  requirePermission(ctx, "picture:read");
  const { pictureId, size } = ReadPictureInput.parse(input);
  const picture = await openPicture(ctx, pictureId);
  return size === "thumbnail" ? thumbnailOf(ctx, picture) : picture;
}
