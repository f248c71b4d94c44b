/** What a file is, told by its first bytes: its name and what the browser says prove nothing. */
import { InvalidInputError } from "@/lib/errors";
import type { PictureType } from "./schemas";

/** As many as an answer needs. */
export const HEAD_BYTES = 512;

const TAKEN = "Upload a PNG, JPEG, WebP or GIF picture.";

/** Throws InvalidInputError, saying what it is where that helps. */
export function pictureTypeOf(fileName: string, head: Buffer): PictureType {
  const type = sniff(head);
  if (type) return type;
  throw new InvalidInputError(refusal(fileName, head));
}

function sniff(head: Buffer): PictureType | null {
  const text = head.toString("latin1");
  if (text.startsWith("\x89PNG\r\n\x1a\n")) return "image/png";
  if (text.startsWith("\xff\xd8\xff")) return "image/jpeg";
  if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) return "image/gif";
  if (text.startsWith("RIFF") && text.slice(8, 12) === "WEBP") return "image/webp";
  return null;
}

function refusal(fileName: string, head: Buffer): string {
  const name = `“${fileName}”`;
  if (head.length === 0) return `${name} is empty. ${TAKEN}`;
  const text = head.toString("latin1");
  if (/<svg[\s>]/i.test(text) || (/\.svgz?$/i.test(fileName) && !text.startsWith("\x89")))
    return `${name} is an SVG drawing, which can hold scripts. Export it as PNG and upload that.`;
  if (text.startsWith("%PDF")) return `${name} is a PDF. Export the page as PNG and upload that.`;
  if (/^....ftyp(hei|hev|mif1|avi[fs])/s.test(text))
    return `${name} is a HEIC or AVIF picture, which not every browser shows. Save it as JPEG and upload that.`;
  return `${name} is not a picture of a kind that is taken. ${TAKEN}`;
}
