import { formatBytes } from "@/lib/format/sizes";
import { PICTURE_LIMIT_BYTES, type PictureDto, PictureType } from "@/lib/pictures/schemas";

/** For the browser's file picker. */
export const ACCEPT = PictureType.options.join(",");
export const LIMIT_MB = PICTURE_LIMIT_BYTES / 1024 / 1024;

/** Why a file need not be sent; null when it may be. What it really is, the server sees. */
export function refusalOf({ name, size }: { name: string; size: number }): string | null {
  if (size === 0) return `“${name}” is empty.`;
  if (size > PICTURE_LIMIT_BYTES)
    return `“${name}” is larger than ${LIMIT_MB} MB. Make it smaller, or save it as JPEG.`;
  return null;
}

/** "1,200 × 800 pixels, 84.2 kB, by Leila Haddad" */
export function factsOf({ width, height, bytes, createdBy }: PictureDto, locale: string): string {
  const size = `${width.toLocaleString(locale)} × ${height.toLocaleString(locale)} pixels`;
  return [size, formatBytes(bytes, { locale }), createdBy ? `by ${createdBy}` : ""]
    .filter(Boolean)
    .join(", ");
}
