import { AppError } from "@/lib/errors";
import { clientOf, closeClient } from "./clickhouse-client";
import { describeQueryFailure } from "./clickhouse-errors";
import { readBatches } from "./clickhouse-rows";
import { readTables } from "./clickhouse-schema";
import { inAnswer } from "./clickhouse-session";
import { testClickhouse } from "./clickhouse-test";
import { collectRows } from "./collect-rows";
import { cancelled } from "./failures";
import { readStream } from "./row-stream";
import { requireReading } from "./statement";
import type { OpenServer, ServerConnector, SourceResult, Statement } from "./types";

/** ClickHouse over HTTP, from 23.5 (which knows `session_timezone`). */
export const clickhouse: ServerConnector = {
  test: testClickhouse,
  async describe(source, signal) {
    if (signal?.aborted) throw cancelled();
    const timeoutMs = source.statementTimeoutMs;
    try {
      return await readTables(clientOf(source), { timeoutMs, signal });
    } catch (error) {
      throw signal?.aborted ? cancelled() : describeQueryFailure(error, source.name, timeoutMs, "");
    }
  },
  run: runStatement,
  async stream(source, statement, { rowLimit, timeoutMs, signal }, read) {
    requireReading(source.name, statement, "clickhouse");
    return inAnswer(source, statement, { timeoutMs, signal }, (answer, check) => {
      const batches = readBatches(answer, source.name, rowLimit ?? Number.POSITIVE_INFINITY);
      return readStream(batches, { check, consumed: () => undefined }, read);
    });
  },
  explain,
  close: closeClient,
};

async function runStatement(
  source: OpenServer,
  statement: Statement,
  signal?: AbortSignal,
): Promise<SourceResult> {
  requireReading(source.name, statement, "clickhouse");
  const options = { timeoutMs: source.statementTimeoutMs, signal };
  const startedAt = performance.now();
  return inAnswer(source, statement, options, async (answer) => {
    const batches = readBatches(answer, source.name, source.rowLimit + 1);
    const result = await collectRows(batches, source.rowLimit);
    return { ...result, durationMs: Math.round(performance.now() - startedAt) };
  });
}

const EXPLAIN = "EXPLAIN ";

async function explain(source: OpenServer, statement: Statement, signal?: AbortSignal): Promise<string[]> {
  requireReading(source.name, statement, "clickhouse");
  try {
    const { rows } = await runStatement(source, { ...statement, text: EXPLAIN + statement.text }, signal);
    return rows.map(([line]) => String(line));
  } catch (error) {
    if (error instanceof AppError && error.details.position !== undefined)
      error.details.position = Math.max(1, error.details.position - EXPLAIN.length);
    throw error;
  }
}
