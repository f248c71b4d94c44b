import { once } from "node:events";
import type pg from "pg";
import Cursor from "pg-cursor";
import type { Cell, ResultColumn } from "@/lib/charts/types";
import type { Batch } from "./collect-rows";
import { cellReader, readColumns } from "./postgres-cells";
import { bytesReceived } from "./postgres-connection";
import type { Statement } from "./types";

const BATCH_BYTES = 4_000_000;
const FIRST_BATCH_ROWS = 50;
/** Each batch waits once for the server; whoever passes rows on lets others work between two of them. */
export const BATCH_ROWS = { collected: 20_000, streamed: 2000 };

/**
 * The rows of one statement, up to `batchRows` at a time and `limit` at most; the first batch comes also without rows,
 * for its columns. The extended protocol takes exactly one statement, and the cursor asks for no more rows than
 * are wanted, so the server waits while nobody asks.
 */
export async function* readBatches(
  client: pg.Client,
  statement: Statement,
  { limit, batchRows }: { limit: number; batchRows: number },
): AsyncGenerator<Batch, void, undefined> {
  // The driver makes the cells while it takes the rows apart, so that no row is built twice.
  const types = { getTypeParser: (oid: number) => cellReader(oid, statement.zone) };
  const cursor = client.query(new Cursor(statement.text, statement.values, { rowMode: "array", types }));
  let isBroken = false;
  cursor.once("error", () => (isBroken = true));
  let columns: ResultColumn[] | undefined;
  let count = 0;
  const start = bytesReceived(client);
  let bytes = 0;
  let wanted = Math.min(FIRST_BATCH_ROWS, limit);
  try {
    do {
      const { rows, fields } = await readBatch(cursor, wanted);
      columns ??= readColumns(fields ?? []);
      const before = bytes;
      bytes = bytesReceived(client) - start;
      count += rows.length;
      yield { columns, rows, chars: bytes - before };
      const isLast = rows.length < wanted;
      wanted = isLast ? 0 : Math.min(batchRows, rowsInBatch(count, bytes), limit - count);
    } while (wanted > 0);
  } finally {
    // After an error the server has closed it already, and would not answer.
    if (!isBroken) await closeCursor(client, cursor);
  }
}

/** Ends also when the connection does. */
async function closeCursor(client: pg.Client, cursor: Cursor): Promise<void> {
  const ended = new AbortController();
  const end = once(client, "end", ended);
  try {
    await Promise.race([cursor.close(), end]);
  } finally {
    end.catch(() => undefined);
    ended.abort();
  }
}

/** Wide rows are asked for a few at a time. */
function rowsInBatch(count: number, bytes: number): number {
  return Math.max(1, Math.floor((BATCH_BYTES * count) / (bytes + 1)));
}

function readBatch(cursor: Cursor, count: number): Promise<{ rows: Cell[][]; fields?: pg.FieldDef[] }> {
  return new Promise((resolve, reject) => {
    cursor.read(count, (error, rows, result) =>
      error ? reject(error) : resolve({ rows, fields: result?.fields }),
    );
  });
}
