import type pg from "pg";
import Cursor from "pg-cursor";
import type { Cell, ResultColumn } from "@/lib/charts/types";
import { closePool } from "./connection-pool";
import { cellReaders, readColumns } from "./postgres-cells";
import { readTables } from "./postgres-schema";
import { inReadOnlySession } from "./postgres-session";
import { testPostgres } from "./postgres-test";
import type { Connector, OpenSource, SourceResult, Statement } from "./types";

/** Characters read at most: a result of very wide rows must not take the whole memory of the process. */
const RESULT_LIMIT_CHARS = 64_000_000;
const BATCH_CHARS = 4_000_000;
const FIRST_BATCH_ROWS = 50;
const BATCH_ROWS = 2000;
// The text as the server wrote it: `postgres-cells` decides what a cell becomes.
const AS_TEXT = { getTypeParser: () => (text: string) => text };

export const postgres: Connector = {
  test: testPostgres,
  describe: (source, signal) => inReadOnlySession(source, "UTC", signal, readTables),
  run: runStatement,
  close: closePool,
};

async function runStatement(
  source: OpenSource,
  statement: Statement,
  signal?: AbortSignal,
): Promise<SourceResult> {
  return inReadOnlySession(source, statement.zone, signal, async (client) => {
    const startedAt = performance.now();
    const { columns, rows, isCut } = await readRows(client, statement, source.rowLimit + 1);
    const durationMs = Math.round(performance.now() - startedAt);
    const truncated = isCut || rows.length > source.rowLimit;
    rows.length = Math.min(rows.length, source.rowLimit);
    return { columns, rows, truncated, durationMs };
  });
}

/** The extended protocol takes exactly one statement; the cursor asks for no more rows than are wanted. */
async function readRows(
  client: pg.Client,
  statement: Statement,
  limit: number,
): Promise<{ columns: ResultColumn[]; rows: Cell[][]; isCut: boolean }> {
  const cursor = client.query(
    new Cursor(statement.text, statement.values, { rowMode: "array", types: AS_TEXT }),
  );
  let columns: ResultColumn[] = [];
  let readers: ReturnType<typeof cellReaders> = [];
  const rows: Cell[][] = [];
  let chars = 0;
  let wanted = Math.min(FIRST_BATCH_ROWS, limit);
  while (wanted > 0 && chars < RESULT_LIMIT_CHARS) {
    const batch = await readBatch(cursor, wanted);
    if (rows.length === 0 && batch.fields) {
      columns = readColumns(batch.fields);
      readers = cellReaders(batch.fields, statement.zone);
    }
    for (const row of batch.rows) {
      chars += row.reduce((sum, text) => sum + (text?.length ?? 0), 0);
      rows.push(row.map((text, index) => readers[index]?.(text) ?? null));
    }
    const isLast = batch.rows.length < wanted;
    wanted = isLast ? 0 : Math.min(batchSize(rows.length, chars), limit - rows.length);
  }
  await cursor.close();
  return { columns, rows, isCut: wanted > 0 };
}

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
