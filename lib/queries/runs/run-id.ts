import { randomBytes } from "node:crypto";

let lastMs = 0;
let counter = 0;

/** A UUID of version 7 (RFC 9562): in order of time, and at one moment in order of making. */
export function newRunId(now: Date): string {
  const isLater = now.getTime() > lastMs;
  counter = isLater ? 0 : counter + 1;
  // Twelve bits count what was made at one moment; after them the next moment is borrowed.
  const isFull = counter > 0xfff;
  lastMs = isLater ? now.getTime() : lastMs + (isFull ? 1 : 0);
  if (isFull) counter = 0;
  const bytes = randomBytes(16);
  bytes.writeUIntBE(lastMs, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
