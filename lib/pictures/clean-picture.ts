import type { Sharp } from "sharp";
import { AppError, InvalidInputError } from "@/lib/errors";
import { loadSharp } from "./load-sharp";
import { PICTURE_LIMIT_PIXELS, type PictureType } from "./schemas";

export type CleanPicture = { bytes: Buffer; width: number; height: number };

/** To make even a tiny copy, all of a picture has to be read. */
const PROBE = { width: 32, height: 32, fit: "inside" } as const;
/** One that is written anew looks as it did. */
const QUALITY = 92;

/**
 * A picture as it is kept: whole, small enough to unfold, upright, and without what a camera writes into it, such as
 * the place where it was taken. One that has nothing of that stays byte for byte as it is. Throws InvalidInputError.
 */
export async function cleanPicture(
  fileName: string,
  type: PictureType,
  given: Buffer,
): Promise<CleanPicture> {
  const sharp = await loadSharp();
  const { facts, frames } = await readFacts(fileName, given);
  const { width, height } = facts.autoOrient;
  if (width * height * frames > PICTURE_LIMIT_PIXELS) throw tooLarge(fileName, width, height, frames);
  try {
    const options = { limitInputPixels: PICTURE_LIMIT_PIXELS, failOn: "error" } as const;
    await sharp(given, options).resize(PROBE).raw().toBuffer();
    const isUpright = (facts.orientation ?? 1) === 1;
    if (isUpright && !facts.exif && !facts.xmp && !facts.iptc) return { bytes: given, width, height };
    const picture = sharp(given, { ...options, animated: frames > 1 }).keepIccProfile();
    const upright = isUpright ? picture : picture.autoOrient();
    return { bytes: await written(upright, type), width, height };
  } catch (error) {
    throw broken(fileName, error);
  }
}

/** Only the head is read here, however large it says the picture is. */
async function readFacts(fileName: string, given: Buffer) {
  try {
    const sharp = await loadSharp();
    const facts = await sharp(given, { limitInputPixels: false, failOn: "error" }).metadata();
    return { facts, frames: facts.pages ?? 1 };
  } catch (error) {
    throw broken(fileName, error);
  }
}

function written(picture: Sharp, type: PictureType): Promise<Buffer> {
  switch (type) {
    case "image/png":
      return picture.png().toBuffer();
    case "image/jpeg":
      return picture.jpeg({ quality: QUALITY }).toBuffer();
    case "image/webp":
      return picture.webp({ quality: QUALITY }).toBuffer();
    case "image/gif":
      return picture.gif().toBuffer();
  }
}

function tooLarge(fileName: string, width: number, height: number, frames: number): InvalidInputError {
  const size = `${width} × ${height} pixels${frames > 1 ? ` in ${frames} frames` : ""}`;
  return new InvalidInputError(
    `“${fileName}” has ${size}, and ${PICTURE_LIMIT_PIXELS / 1_000_000} million are taken altogether. Make it smaller and upload it again.`,
    { limitPixels: PICTURE_LIMIT_PIXELS },
  );
}

function broken(fileName: string, cause: unknown): AppError {
  const message = `“${fileName}” cannot be read as a picture: it is damaged, or was cut off on its way. Save it again and upload that.`;
  return new AppError("invalid_input", message, {}, { cause });
}
