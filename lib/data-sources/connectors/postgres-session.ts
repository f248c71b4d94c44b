import pg from "pg";
import { log } from "@/lib/log";
import { poolOf } from "./connection-pool";
import {
  bytesReceived,
  ConnectionFailed,
  dropConnection,
  openConnection,
  severConnection,
} from "./postgres-connection";
import { cancelled, describeQueryFailure, timedOut, tooLarge, unreachable } from "./postgres-errors";
import type { OpenSource } from "./types";

/** How long after the server's own time limit we stop believing in an answer. */
const GRACE_MS = 2000;

/**
 * Far above what is shown and far below the longest text of the JavaScript engine, at which the driver would end
 * the process: a single cell may hold a gigabyte, and is read whole before anybody can look at it.
 */
const ANSWER_LIMIT_BYTES = 128 * 1024 * 1024;
const ANSWER_WATCH_MS = 20;

/**
 * Lends a connection inside a read-only transaction with the source's time limit, and always rolls it back.
 * The signal and the time limit cancel the statement on the server. Throws AppError.
 */
export async function inReadOnlySession<T>(
  source: OpenSource,
  zone: string,
  signal: AbortSignal | undefined,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const pool = poolOf(source);
  const client = await pool.take(signal).catch((error: unknown) => {
    throw error instanceof ConnectionFailed ? unreachable(source.name, error.failure) : error;
  });
  const stopper = new Stopper(source, client);
  const onAbort = () => stopper.stop("cancelled");
  const timer = setTimeout(() => stopper.stop("timeout"), source.statementTimeoutMs + GRACE_MS);
  const receivedBefore = bytesReceived(client);
  const watch = setInterval(() => {
    if (bytesReceived(client) - receivedBefore > ANSWER_LIMIT_BYTES) stopper.sever();
  }, ANSWER_WATCH_MS);
  signal?.addEventListener("abort", onAbort, { once: true });
  let healthy = false;
  try {
    stopper.pid = await begin(client, source.statementTimeoutMs, zone);
    if (signal?.aborted) throw cancelled();
    const result = await work(client);
    await end(client);
    healthy = true;
    return result;
  } catch (error) {
    const failure = stopper.reason ? undefined : describeQueryFailure(error, source);
    if (failure?.code === "query_failed") healthy = await end(client).then(...SUCCEEDED);
    if (stopper.reason === "too large") throw tooLarge(source.name, ANSWER_LIMIT_BYTES);
    if (stopper.reason === "timeout") throw timedOut(source.name, source.statementTimeoutMs);
    throw failure ?? cancelled();
  } finally {
    clearTimeout(timer);
    clearInterval(watch);
    signal?.removeEventListener("abort", onAbort);
    await stopper.settled();
    pool.give(client, healthy && !stopper.reason);
  }
}

const SUCCEEDED = [() => true, () => false] as const;

/** `SET LOCAL`, so that nothing outlives the transaction, also behind a transaction pooler. */
async function begin(client: pg.Client, statementTimeoutMs: number, zone: string): Promise<number> {
  const answers = (await client.query(
    [
      "BEGIN READ ONLY",
      `SET LOCAL statement_timeout = ${Math.trunc(statementTimeoutMs)}`,
      `SET LOCAL TimeZone = ${pg.escapeLiteral(zone)}`,
      "SET LOCAL DateStyle = 'ISO, YMD'",
      "SET LOCAL IntervalStyle = 'postgres'",
      "SET LOCAL bytea_output = 'hex'",
      "SET LOCAL extra_float_digits = 1",
      "SET LOCAL lc_monetary = 'C'",
      "SET LOCAL standard_conforming_strings = on",
      "SELECT pg_backend_pid() AS pid",
    ].join("; "),
  )) as unknown as pg.QueryResult<{ pid: number }>[];
  const pid = answers.at(-1)?.rows[0]?.pid;
  if (pid === undefined) throw new Error("the server did not say its process id");
  return pid;
}

/** Session locks survive a rollback; a statement may have taken one. */
const end = (client: pg.Client): Promise<unknown> =>
  client.query("ROLLBACK; SELECT pg_advisory_unlock_all()");

/** Stops a running statement: asks the server, and gives the connection up when the server does not listen. */
class Stopper {
  pid: number | undefined;
  reason: "cancelled" | "timeout" | "too large" | undefined;
  private stopping: Promise<void> | undefined;

  constructor(
    private readonly source: OpenSource,
    private readonly client: pg.Client,
  ) {}

  stop(reason: "cancelled" | "timeout"): void {
    this.reason ??= reason;
    this.stopping ??= this.cancelOnServer();
  }

  /** At once: while the server is asked politely, it would go on sending. */
  sever(): void {
    this.reason ??= "too large";
    severConnection(this.client);
  }

  async settled(): Promise<void> {
    await this.stopping;
  }

  private async cancelOnServer(): Promise<void> {
    const { source, client, pid } = this;
    const giveUp = setTimeout(() => dropConnection(client), GRACE_MS);
    try {
      if (pid === undefined) return dropConnection(client);
      const helper = await openConnection({ settings: source.settings, password: source.password() });
      await helper.query("SELECT pg_cancel_backend($1)", [pid]).finally(() => dropConnection(helper));
    } catch {
      log.warn("a statement could not be cancelled on its server", { dataSourceId: source.id });
      dropConnection(client);
    } finally {
      clearTimeout(giveUp);
    }
  }
}
