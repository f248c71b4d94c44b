import type { RequestContext } from "@/lib/context";
import { log } from "@/lib/log";
import { loadSharp } from "./load-sharp";
import type { PictureFile } from "./open-picture";
import { PICTURE_LIMIT_PIXELS } from "./schemas";

/** Either side in pixels: twice what the chooser shows, for sharp screens. */
const LONGEST = 256;
/** A picture that is hardly larger stands for itself. */
const SMALL_BYTES = 8_000;

/**
 * The first frame of a picture, so small that many of them load at once. Nothing is kept: browsers do that, since it
 * never changes. A picture that cannot be made smaller stands for itself.
 */
export async function thumbnailOf(ctx: RequestContext, picture: PictureFile): Promise<PictureFile> {
  if (picture.bytes.length <= SMALL_BYTES) return picture;
  try {
    const sharp = await loadSharp();
    const bytes = await sharp(picture.bytes, { limitInputPixels: PICTURE_LIMIT_PIXELS, failOn: "none" })
      .resize({ width: LONGEST, height: LONGEST, fit: "inside", withoutEnlargement: true })
      .webp({ quality: 80 })
      .toBuffer();
    if (bytes.length >= picture.bytes.length) return picture;
    return { ...picture, bytes, mediaType: "image/webp", sha256: `${picture.sha256}-thumbnail` };
  } catch (error) {
    log.warn(
      "A picture could not be made smaller.",
      { workspaceId: ctx.workspace.id, name: picture.name },
      error,
    );
    return picture;
  }
}
