import type { DuckDBConnection } from "@duckdb/node-api";
import type { AppError } from "@/lib/errors";
import { describeDuckdbFailure, withoutTables } from "./duckdb-errors";
import { instanceOf } from "./duckdb-instance";
import { cancelled, timedOut } from "./failures";
import type { OpenFiles } from "./types";

/** An interruption before DuckDB has begun to execute is forgotten: it is said again until the work has ended. */
const INTERRUPT_EVERY_MS = 50;

type Session = { zone: string; text: string; signal?: AbortSignal; timeoutMs?: number };

/**
 * Lends a connection inside a read-only transaction. The signal and the time limit interrupt what it runs; a
 * reader of a stream calls `requireGoing` between its batches, because between them nothing runs. Throws AppError.
 */
export async function inDuckdbSession<T>(
  source: OpenFiles,
  session: Session,
  work: (connection: DuckDBConnection, requireGoing: () => void) => Promise<T>,
): Promise<T> {
  if (source.tables.length === 0) throw withoutTables(source.name);
  const timeoutMs = session.timeoutMs ?? source.statementTimeoutMs;
  if (session.signal?.aborted) throw cancelled();
  let connection: DuckDBConnection | undefined;
  let stopped: AppError | undefined;
  let interrupting: NodeJS.Timeout | undefined;
  const stop = (reason: AppError) => {
    stopped ??= reason;
    connection?.interrupt();
    interrupting ??= setInterval(() => connection?.interrupt(), INTERRUPT_EVERY_MS);
  };
  const onAbort = () => stop(cancelled());
  const timer = setTimeout(() => stop(timedOut(source.name, timeoutMs)), timeoutMs);
  session.signal?.addEventListener("abort", onAbort, { once: true });
  if (session.signal?.aborted) onAbort();
  const requireGoing = () => {
    if (stopped) throw stopped;
  };
  try {
    connection = await (await instanceOf(source, session.zone)).connect();
    requireGoing();
    await connection.run("BEGIN TRANSACTION READ ONLY");
    const result = await work(connection, requireGoing);
    requireGoing();
    return result;
  } catch (error) {
    throw stopped ?? describeDuckdbFailure(error, source.name, session.text);
  } finally {
    clearTimeout(timer);
    clearInterval(interrupting);
    session.signal?.removeEventListener("abort", onAbort);
    connection?.closeSync();
  }
}
