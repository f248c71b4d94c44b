/** The pixels of a PNG as our own renderer writes it: 8 bits a channel, RGBA, not interlaced. */
import { inflateSync } from "node:zlib";

export type Picture = { width: number; height: number /** RGBA, row by row. */; pixels: Uint8Array };

const SIGNATURE_LENGTH = 8;
const BYTES_PER_PIXEL = 4;

/** Throws on another colour type: it was not written by `renderPng`. */
export function readPng(file: Buffer): Picture {
  const chunks = chunksOf(file);
  const header = chunks.find((chunk) => chunk.type === "IHDR")?.data;
  if (!header || header[8] !== 8 || header[9] !== 6)
    throw new Error("This PNG is not RGBA with 8 bits a channel.");
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const packed = Buffer.concat(chunks.filter((chunk) => chunk.type === "IDAT").map((chunk) => chunk.data));
  return { width, height, pixels: unfilter(inflateSync(packed), width, height) };
}

function chunksOf(file: Buffer): { type: string; data: Buffer }[] {
  const chunks: { type: string; data: Buffer }[] = [];
  let at = SIGNATURE_LENGTH;
  while (at < file.length) {
    const length = file.readUInt32BE(at);
    chunks.push({
      type: file.toString("latin1", at + 4, at + 8),
      data: file.subarray(at + 8, at + 8 + length),
    });
    at += length + 12;
  }
  return chunks;
}

/** Each row says how its bytes were predicted from those on the left and above (PNG specification, 9). */
function unfilter(raw: Buffer, width: number, height: number): Uint8Array {
  const stride = width * BYTES_PER_PIXEL;
  const pixels = new Uint8Array(stride * height);
  for (let row = 0; row < height; row += 1) {
    const filter = raw[row * (stride + 1)] ?? 0;
    for (let column = 0; column < stride; column += 1) {
      const at = row * stride + column;
      const isFirst = column < BYTES_PER_PIXEL;
      const left = isFirst ? 0 : (pixels[at - BYTES_PER_PIXEL] ?? 0);
      const above = row === 0 ? 0 : (pixels[at - stride] ?? 0);
      const corner = isFirst || row === 0 ? 0 : (pixels[at - stride - BYTES_PER_PIXEL] ?? 0);
      const predicted = predict(filter, left, above, corner);
      pixels[at] = (raw[row * (stride + 1) + 1 + column] ?? 0) + predicted;
    }
  }
  return pixels;
}

function predict(filter: number, left: number, above: number, corner: number): number {
  switch (filter) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return (left + above) >> 1;
    default:
      return paeth(left, above, corner);
  }
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
}
