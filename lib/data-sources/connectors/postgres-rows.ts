import { once } from "node:events";
import type pg from "pg";
import Cursor from "pg-cursor";
import type { ResultColumn } from "@/lib/charts/types";
import type { Batch } from "./collect-rows";
import { cellReaders, readColumns } from "./postgres-cells";
import type { Statement } from "./types";

const BATCH_CHARS = 4_000_000;
const FIRST_BATCH_ROWS = 50;
const BATCH_ROWS = 2000;
// The text as the server wrote it: `postgres-cells` decides what a cell becomes.
const AS_TEXT = { getTypeParser: () => (text: string) => text };

/**
 * The rows of one statement, some thousand at a time and `limit` at most; the first batch comes also without rows,
 * for its columns. The extended protocol takes exactly one statement, and the cursor asks for no more rows than
 * are wanted, so the server waits while nobody asks.
 */
export async function* readBatches(
  client: pg.Client,
  statement: Statement,
  limit: number,
): AsyncGenerator<Batch, void, undefined> {
  const cursor = client.query(
    new Cursor(statement.text, statement.values, { rowMode: "array", types: AS_TEXT }),
  );
  let isBroken = false;
  cursor.once("error", () => (isBroken = true));
  let fields: pg.FieldDef[] | undefined;
  let columns: ResultColumn[] = [];
  let readers: ReturnType<typeof cellReaders> = [];
  let count = 0;
  let chars = 0;
  let wanted = Math.min(FIRST_BATCH_ROWS, limit);
  try {
    do {
      const batch = await readBatch(cursor, wanted);
      if (!fields) {
        fields = batch.fields ?? [];
        columns = readColumns(fields);
        readers = cellReaders(fields, statement.zone);
      }
      const rows = batch.rows.map((row) => row.map((text, index) => readers[index]?.(text) ?? null));
      const batchChars = batch.rows.reduce((sum, row) => sum + charsOf(row), 0);
      count += rows.length;
      chars += batchChars;
      yield { columns, rows, chars: batchChars };
      const isLast = rows.length < wanted;
      wanted = isLast ? 0 : Math.min(batchSize(count, chars), limit - count);
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

const charsOf = (row: (string | null)[]): number => row.reduce((sum, text) => sum + (text?.length ?? 0), 0);

/** Wide rows are asked for a few at a time. */
function batchSize(rows: number, chars: number): number {
  return Math.min(BATCH_ROWS, Math.max(1, Math.floor((BATCH_CHARS * rows) / (chars + 1))));
}

function readBatch(
  cursor: Cursor,
  count: number,
): Promise<{ rows: (string | null)[][]; fields?: pg.FieldDef[] }> {
  return new Promise((resolve, reject) => {
    cursor.read(count, (error, rows, result) =>
      error ? reject(error) : resolve({ rows, fields: result?.fields }),
    );
  });
}
