import { createHash } from "node:crypto";
import type { StoredObject } from "./types";

/** Passes a stream on and knows afterwards how much went by. */
export function counted(body: AsyncIterable<Uint8Array>): {
  chunks: AsyncIterable<Uint8Array>;
  total(): StoredObject;
  /** The error of `body` itself, to be told from those of the store. */
  failure(): { error: unknown } | null;
} {
  const hash = createHash("sha256");
  let bytes = 0;
  let failure: { error: unknown } | null = null;
  async function* pass(): AsyncGenerator<Uint8Array> {
    const source = body[Symbol.asyncIterator]();
    let isDone = false;
    try {
      for (;;) {
        const next = await source.next().catch((error: unknown) => {
          failure = { error };
          throw error;
        });
        isDone = next.done === true;
        if (isDone) return;
        hash.update(next.value);
        bytes += next.value.byteLength;
        yield next.value;
      }
    } finally {
      // Who stops reading early lets the sender go.
      if (!isDone) await source.return?.().catch(() => undefined);
    }
  }
  return { chunks: pass(), total: () => ({ bytes, sha256: hash.digest("hex") }), failure: () => failure };
}
