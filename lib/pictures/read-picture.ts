import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { openPicture, type PictureFile } from "./open-picture";
import { PictureIdInput } from "./schemas";

/** A picture of the workspace, for its members. It never changes: another picture has another id. Throws NotFoundError. */
export async function readPicture(
  ctx: RequestContext,
  input: z.input<typeof PictureIdInput>,
): Promise<PictureFile> {
  requirePermission(ctx, "picture:read");
  const { pictureId } = PictureIdInput.parse(input);
  return openPicture(ctx, pictureId);
}
