import { AppError } from "@/lib/errors";
import { collectRows } from "./collect-rows";
import { closePool } from "./connection-pool";
import { describeQueryFailure } from "./mysql-errors";
import { readBatches } from "./mysql-rows";
import { readTables } from "./mysql-schema";
import { mysqlDriver } from "./mysql-session";
import { requireMysqlReading } from "./mysql-statement";
import { testMysql } from "./mysql-test";
import { readStream } from "./row-stream";
import { inSession } from "./session";
import type { OpenServer, ServerConnector, SourceResult, Statement } from "./types";

/** MySQL from 5.7.8 and MariaDB from 10.2.4. */
export const mysql: ServerConnector = {
  test: testMysql,
  describe: (source, signal) =>
    inSession(
      mysqlDriver,
      source,
      { zone: "UTC", timeoutMs: source.statementTimeoutMs, signal },
      ({ client }) => readTables(client.connection),
    ),
  async run(source, statement, signal) {
    requireMysqlReading(source.name, statement);
    return runStatement(source, statement, signal);
  },
  async stream(source, statement, { rowLimit, timeoutMs, signal }, read) {
    requireMysqlReading(source.name, statement);
    const options = { zone: statement.zone, timeoutMs, signal };
    return inSession(withPositions(statement.text), source, options, (lease) =>
      readStream(readBatches(lease, statement, rowLimit ?? Number.POSITIVE_INFINITY), lease, read),
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
  const options = { zone: statement.zone, timeoutMs: source.statementTimeoutMs, signal };
  return inSession(withPositions(statement.text), source, options, async (lease) => {
    const startedAt = performance.now();
    const batches = readBatches(lease, statement, source.rowLimit + 1);
    const result = await collectRows(batches, source.rowLimit);
    return { ...result, durationMs: Math.round(performance.now() - startedAt) };
  });
}

/** The server names the place of an error by the text around it. */
const withPositions = (text: string): typeof mysqlDriver => ({
  ...mysqlDriver,
  describeFailure: (error, sourceName, timeoutMs) => describeQueryFailure(error, sourceName, timeoutMs, text),
});

const EXPLAIN = "EXPLAIN ";

async function explain(source: OpenServer, statement: Statement, signal?: AbortSignal): Promise<string[]> {
  requireMysqlReading(source.name, statement);
  const text = EXPLAIN + statement.text;
  try {
    const { columns, rows } = await runStatement(source, { ...statement, text }, signal);
    return rows.map((row) =>
      row.flatMap((cell, index) => (cell === null ? [] : [`${columns[index]?.name} ${cell}`])).join(", "),
    );
  } catch (error) {
    if (error instanceof AppError && error.details.position !== undefined)
      error.details.position = Math.max(1, error.details.position - EXPLAIN.length);
    throw error;
  }
}
