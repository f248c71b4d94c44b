/** Pictures made for tests, of one colour. */
import sharp from "sharp";

type Format = "png" | "jpeg" | "webp" | "gif";

type Drawn = { width?: number; height?: number; color?: string; format?: Format };

export function drawPicture({ width = 40, height = 30, color = "#0f4c5c", format = "png" }: Drawn = {}) {
  return sharp({ create: { width, height, channels: 3, background: color } })
    .toFormat(format)
    .toBuffer();
}

/** As an upload arrives: in pieces. */
export async function* inPieces(bytes: Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
