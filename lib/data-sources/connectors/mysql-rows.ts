import type { FieldPacket } from "mysql2";
import { resultColumns } from "./cells";
import type { Batch } from "./collect-rows";
import { cellReaders, valueTypeOf } from "./mysql-cells";
import { ask, type MysqlClient } from "./mysql-connection";
import type { MysqlSession } from "./mysql-session";
import type { Lease } from "./session";
import type { Statement } from "./types";

const BATCH_CHARS = 4_000_000;
const BATCH_ROWS = 2000;
const ROWS_AHEAD = 500;

/**
 * The rows of one statement, some thousand at a time and `limit` at most; the last batch comes also without rows, for
 * the columns. A prepared statement: the server takes exactly one, and finds the placeholders itself. While nobody
 * asks for the next batch, the socket is not read and the server waits.
 */
export async function* readBatches(
  lease: Lease<MysqlClient, MysqlSession>,
  statement: Statement,
  limit: number,
): AsyncGenerator<Batch, void, undefined> {
  const { connection } = lease.client;
  if (Number.isFinite(limit)) await ask(connection, `SET SESSION sql_select_limit = ${limit}`);
  const command = connection.execute({ sql: statement.text, values: statement.values });
  let fields: FieldPacket[] = [];
  command.once("fields", (received: FieldPacket[]) => (fields = received ?? []));
  const stream = command.stream({ highWaterMark: ROWS_AHEAD });
  // A connection that breaks tells nobody who reads without a callback.
  const onLost = (error?: Error) => stream.destroy(error ?? new Error("the connection was lost"));
  connection.once("error", onLost);
  const zones = { zone: statement.zone, sessionZone: lease.session.sessionZone };
  const next = () => batchOf(fields, zones);
  let isOver = false;
  try {
    let batch: ReturnType<typeof batchOf> | undefined;
    let count = 0;
    for await (const row of stream as AsyncIterable<unknown[]>) {
      if (count === limit) return;
      count += 1;
      batch ??= next();
      batch.add(row);
      if (batch.rows.length < BATCH_ROWS && batch.chars < BATCH_CHARS) continue;
      yield batch;
      batch = undefined;
    }
    isOver = true;
    yield batch ?? next();
  } catch (error) {
    isOver = true;
    throw error;
  } finally {
    connection.removeListener("error", onLost);
    // The rest would be sent and read before anything else.
    if (!isOver) lease.spoil();
  }
}

/** Names, types and readers are made once a batch: far less than the rows cost. */
function batchOf(fields: readonly FieldPacket[], zones: { zone: string; sessionZone: string }) {
  const columns = resultColumns(fields.map((field) => ({ name: field.name, type: valueTypeOf(field) })));
  const readers = cellReaders(fields, zones);
  const batch = {
    columns,
    rows: [] as Batch["rows"],
    chars: 0,
    add(values: unknown[]): void {
      const cells = values.map((value, index) => readers[index]?.(value) ?? null);
      for (const cell of cells) batch.chars += typeof cell === "string" ? cell.length : 8;
      batch.rows.push(cells);
    },
  };
  return batch;
}
