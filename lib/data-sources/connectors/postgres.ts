import type { AppError } from "@/lib/errors";
import { collectRows } from "./collect-rows";
import { closePool } from "./connection-pool";
import { BATCH_ROWS, readBatches } from "./postgres-rows";
import { readTables } from "./postgres-schema";
import { postgresDriver } from "./postgres-session";
import { testPostgres } from "./postgres-test";
import { readStream } from "./row-stream";
import { inSession } from "./session";
import { refuseNul } from "./statement";
import type { OpenServer, ServerConnector, SourceResult, Statement } from "./types";

export const postgres: ServerConnector = {
  test: testPostgres,
  describe: (source, signal) =>
    inSession(
      postgresDriver,
      source,
      { zone: "UTC", timeoutMs: source.statementTimeoutMs, signal },
      (lease) => readTables(lease.client),
    ),
  run: runStatement,
  async stream(source, statement, { rowLimit, timeoutMs, signal }, read) {
    refuseNul(statement);
    const options = { zone: statement.zone, timeoutMs, signal };
    const bounds = { limit: rowLimit ?? Number.POSITIVE_INFINITY, batchRows: BATCH_ROWS.streamed };
    return inSession(postgresDriver, source, options, (lease) =>
      readStream(readBatches(lease.client, statement, bounds), lease, read),
    );
  },
  explain,
  close: closePool,
};

async function runStatement(
  source: OpenServer,
  statement: Statement,
  signal?: AbortSignal,
): Promise<SourceResult> {
  refuseNul(statement);
  const options = { zone: statement.zone, timeoutMs: source.statementTimeoutMs, signal };
  return inSession(postgresDriver, source, options, async ({ client }) => {
    const startedAt = performance.now();
    const batches = readBatches(client, statement, {
      limit: source.rowLimit + 1,
      batchRows: BATCH_ROWS.collected,
    });
    const result = await collectRows(batches, source.rowLimit);
    return { ...result, durationMs: Math.round(performance.now() - startedAt) };
  });
}

const EXPLAIN = "EXPLAIN ";

async function explain(source: OpenServer, statement: Statement, signal?: AbortSignal): Promise<string[]> {
  const text = EXPLAIN + statement.text;
  try {
    const { rows } = await runStatement(source, { ...statement, text }, signal);
    return rows.map(([line]) => String(line));
  } catch (error) {
    throw withPositionMoved(error as AppError, -EXPLAIN.length);
  }
}

/** An error's position in a text that was put behind another one. */
function withPositionMoved(error: AppError, by: number): AppError {
  const { position } = error.details ?? {};
  if (position !== undefined) error.details.position = Math.max(1, position + by);
  return error;
}
