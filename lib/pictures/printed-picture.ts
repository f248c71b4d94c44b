import type { RequestContext } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { log } from "@/lib/log";
import { loadSharp } from "./load-sharp";
import { openPicture, type PictureFile } from "./open-picture";
import { PICTURE_LIMIT_PIXELS } from "./schemas";

/** For files: as sharp as paper shows, a PNG or JPEG as a `data:` address, with its size in pixels. */
export type PrintedPicture = { src: string; width: number; height: number };

/** Either side, in pixels: a page is 17 cm wide between its margins, at 240 dots an inch. */
const LONGEST = 1600;

/** A picture for documents, its first frame alone; null when it is gone or cannot be read any more. */
export async function printedPicture(ctx: RequestContext, pictureId: string): Promise<PrintedPicture | null> {
  try {
    return await print(await openPicture(ctx, pictureId));
  } catch (error) {
    // A page with a description in the place of a picture is better than no page.
    if (!(error instanceof NotFoundError))
      log.error("A picture could not be printed.", { workspaceId: ctx.workspace.id, pictureId }, error);
    return null;
  }
}

async function print({ bytes, mediaType }: PictureFile): Promise<PrintedPicture> {
  const sharp = await loadSharp();
  const picture = sharp(bytes, { limitInputPixels: PICTURE_LIMIT_PIXELS, failOn: "none" })
    .resize({ width: LONGEST, height: LONGEST, fit: "inside", withoutEnlargement: true })
    .toColourspace("srgb");
  const isPhotograph = mediaType === "image/jpeg";
  const { data, info } = await (isPhotograph ? picture.jpeg({ quality: 85 }) : picture.png()).toBuffer({
    resolveWithObject: true,
  });
  return {
    src: `data:image/${info.format};base64,${data.toString("base64")}`,
    width: info.width,
    height: info.height,
  };
}
