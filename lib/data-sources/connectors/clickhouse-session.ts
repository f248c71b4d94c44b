import { randomUUID } from "node:crypto";
import type { Readable } from "node:stream";
import type { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { ask, type ClickhouseClient, clientOf, kill } from "./clickhouse-client";
import { describeQueryFailure } from "./clickhouse-errors";
import { cancelled, refused, timedOut } from "./failures";
import { ReaderFailed } from "./session";
import type { OpenServer, Statement } from "./types";
import { smallRows } from "./clickhouse-small";

type Options = { timeoutMs: number; signal?: AbortSignal };

/** Throws when the statement was stopped meanwhile. */
export type Check = () => void;

/**
 * Asks one statement, read only, and lends its answer. The signal and the time limit stop it, also on the server; so
 * does leaving before its end. Throws AppError, or what a ReaderFailed wraps.
 */
export async function inAnswer<T>(
  source: OpenServer,
  statement: Statement,
  { timeoutMs, signal }: Options,
  work: (answer: Readable, check: Check) => Promise<T>,
): Promise<T> {
  if (signal?.aborted) throw cancelled();
  const client = clientOf(source);
  const queryId = randomUUID();
  const stopping = new AbortController();
  let stopped: AppError | undefined;
  let answer: Readable | undefined;
  const stop = (reason: AppError) => {
    stopped ??= reason;
    stopping.abort();
    answer?.destroy(reason);
  };
  const onAbort = () => stop(cancelled());
  const timer = setTimeout(() => stop(timedOut(source.name, timeoutMs)), timeoutMs);
  signal?.addEventListener("abort", onAbort, { once: true });
  const check = () => {
    if (stopped) throw stopped;
  };
  try {
    const mayReadOnly = await requireReadOnly(client, source.name, stopping.signal);
    answer = await ask(client, mayReadOnly, { ...statement, queryId, timeoutMs, signal: stopping.signal });
    check();
    const result = await work(answer, check);
    check();
    return result;
  } catch (error) {
    if (stopped) throw stopped;
    if (error instanceof ReaderFailed) throw error.cause;
    throw describeQueryFailure(error, source.name, timeoutMs, statement.text);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", onAbort);
    const isOver = answer?.readableEnded || (!answer && !stopped);
    answer?.destroy();
    if (!isOver) await stopOnServer(client, source.id, queryId);
  }
}

/** Asked once: whether the user may set anything, nothing (refused here), or everything but `readonly`. */
async function requireReadOnly(
  client: ClickhouseClient,
  sourceName: string,
  signal: AbortSignal,
): Promise<number> {
  client.readonly ??= readonlyOf(client);
  try {
    const level = await abortable(client.readonly, signal);
    if (level === 1) throw refused(sourceName, SETS_NOTHING);
    return level;
  } catch (error) {
    client.readonly = undefined;
    throw error;
  }
}

export const SETS_NOTHING =
  "its user may change no setting (readonly = 1), so that neither the time zone nor a time limit can be set. Give the user readonly = 2, or take readonly from it and grant SELECT only.";

/** Source: ClickHouse, "Permissions for queries". */
export async function readonlyOf(client: ClickhouseClient): Promise<number> {
  const [row] = await smallRows<{ level: number }>(client, "SELECT toUInt8(getSetting('readonly')) AS level");
  return Number(row?.level ?? 0);
}

function abortable<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(cancelled()), { once: true });
    work.then(resolve, reject);
  });
}

async function stopOnServer(client: ClickhouseClient, dataSourceId: string, queryId: string): Promise<void> {
  // The server stops by itself when we leave; a proxy in between may keep that from it.
  await kill(client, queryId).catch(() => {
    log.warn("a statement could not be cancelled on its server", { dataSourceId });
  });
}
