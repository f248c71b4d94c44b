import type { Batch } from "./collect-rows";
import { type Lease, ReaderFailed } from "./session";
import type { RowStream } from "./types";

/**
 * Hands batches to a reader and ends them when it has: the columns come first, and an error of the reader is told
 * from one of the source.
 */
export async function readStream<T>(
  source: AsyncGenerator<Batch, void, undefined>,
  lease: Pick<Lease<unknown, unknown>, "check" | "consumed">,
  read: (rows: RowStream) => Promise<T>,
): Promise<T> {
  let failure: { error: unknown } | undefined;
  const pull = async () => {
    try {
      lease.check();
      const { value } = await source.next();
      lease.consumed();
      return value ?? undefined;
    } catch (error) {
      failure = { error };
      throw error;
    }
  };
  try {
    const first = await pull();
    const batches = async function* () {
      for (let batch = first; batch; batch = await pull()) if (batch.rows.length > 0) yield batch.rows;
    };
    const result = await read({ columns: first?.columns ?? [], batches: batches() }).catch(
      (error: unknown) => {
        // A source that failed is the reason, whatever the reader made of it.
        throw failure ? failure.error : new ReaderFailed(error);
      },
    );
    lease.check();
    if (failure) throw failure.error;
    return result;
  } finally {
    await source.return();
  }
}
