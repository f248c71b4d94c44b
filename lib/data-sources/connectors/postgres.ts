import type pg from "pg";
import Cursor from "pg-cursor";
import type { Cell, ResultColumn } from "@/lib/charts/types";
import { closePool } from "./connection-pool";
import { cellReaders, readColumns } from "./postgres-cells";
import { readTables } from "./postgres-schema";
import { inReadOnlySession } from "./postgres-session";
import { testPostgres } from "./postgres-test";
import type { Connector, OpenSource, SourceResult, Statement } from "./types";

const BATCH_ROWS = 1000;
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
    const { columns, rows } = await readRows(client, statement, source.rowLimit + 1);
    const durationMs = Math.round(performance.now() - startedAt);
    const truncated = rows.length > source.rowLimit;
    if (truncated) rows.length = source.rowLimit;
    return { columns, rows, truncated, durationMs };
  });
}

/** The extended protocol takes exactly one statement; the cursor asks for no more rows than are wanted. */
async function readRows(
  client: pg.Client,
  statement: Statement,
  limit: number,
): Promise<{ columns: ResultColumn[]; rows: Cell[][] }> {
  const cursor = client.query(
    new Cursor(statement.text, statement.values, { rowMode: "array", types: AS_TEXT }),
  );
  let columns: ResultColumn[] = [];
  let readers: ReturnType<typeof cellReaders> = [];
  const rows: Cell[][] = [];
  while (rows.length < limit) {
    const wanted = Math.min(BATCH_ROWS, limit - rows.length);
    const batch = await readBatch(cursor, wanted);
    if (rows.length === 0 && batch.fields) {
      columns = readColumns(batch.fields);
      readers = cellReaders(batch.fields, statement.zone);
    }
    for (const row of batch.rows) rows.push(row.map((text, index) => readers[index]?.(text) ?? null));
    if (batch.rows.length < wanted) break;
  }
  await cursor.close();
  return { columns, rows };
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
