import { log } from "@/lib/log";
import { poolOf } from "./connection-pool";
import type { Driver } from "./driver";
import { ConnectionFailed, cancelled, timedOut, tooLarge, unreachable } from "./failures";
import type { OpenServer } from "./types";

/** How long after the server's own time limit we stop believing in an answer. */
const GRACE_MS = 2000;

/**
 * Far above what is shown and far below the longest text of the JavaScript engine, at which a driver would end
 * the process: a single cell may hold a gigabyte, and is read whole before anybody can look at it.
 */
const ANSWER_LIMIT_BYTES = 128 * 1024 * 1024;
const ANSWER_WATCH_MS = 20;

export type SessionOptions = { zone: string; timeoutMs: number; signal?: AbortSignal };

export type Lease<Client, Session> = {
  client: Client;
  session: Session;
  /** Says that what was received is used up: the limit counts what has to be held at a time. */
  consumed(): void;
  /** Throws when the session was stopped meanwhile. */
  check(): void;
  /** Ends the connection now, because the server would go on sending; the session itself may still succeed. */
  spoil(): void;
};

/** Wraps an error that is not the source's: of whoever reads a stream. */
export class ReaderFailed extends Error {
  constructor(override readonly cause: unknown) {
    super("the reader of a stream failed");
  }
}

/**
 * Lends a connection inside a read-only transaction with a time limit, and always rolls it back. The signal and
 * the time limit cancel the statement on the server. Throws AppError, or what a ReaderFailed wraps.
 */
export async function inSession<Client, Session, T>(
  driver: Driver<Client, Session>,
  source: OpenServer,
  { zone, timeoutMs, signal }: SessionOptions,
  work: (lease: Lease<Client, Session>) => Promise<T>,
): Promise<T> {
  const pool = poolOf(source, driver);
  const client = await pool.take(signal).catch((error: unknown) => {
    throw error instanceof ConnectionFailed ? unreachable(source.name, error.failure) : error;
  });
  const stopper = new Stopper(driver, source, client);
  const unwatch = stopper.watch(timeoutMs, signal);
  let healthy = false;
  try {
    const session = await driver.begin(client, { timeoutMs, zone });
    stopper.session = { value: session };
    const check = () => {
      if (signal?.aborted || stopper.reason) throw cancelled();
    };
    check();
    const consumed = () => stopper.consumed();
    const spoil = () => stopper.spoil();
    const result = await work({ client, session, check, consumed, spoil });
    // Some statements end as if nothing was wrong when they are stopped.
    check();
    if (!stopper.isSpoilt) await driver.end(client);
    healthy = !stopper.isSpoilt;
    return result;
  } catch (error) {
    const failure =
      stopper.reason || error instanceof ReaderFailed
        ? undefined
        : driver.describeFailure(error, source.name, timeoutMs);
    if (!stopper.isSpoilt && (error instanceof ReaderFailed || failure?.code === "query_failed"))
      healthy = await driver.end(client).then(...SUCCEEDED);
    if (stopper.reason === "too large") throw tooLarge(source.name, ANSWER_LIMIT_BYTES);
    if (stopper.reason === "timeout") throw timedOut(source.name, timeoutMs);
    if (stopper.reason) throw cancelled();
    throw error instanceof ReaderFailed ? error.cause : (failure ?? cancelled());
  } finally {
    unwatch();
    await stopper.settled();
    pool.give(client, healthy && !stopper.reason);
  }
}

const SUCCEEDED = [() => true, () => false] as const;

/** Stops a running statement: asks the server, and gives the connection up when the server does not listen. */
class Stopper<Client, Session> {
  session: { value: Session } | undefined;
  reason: "cancelled" | "timeout" | "too large" | undefined;
  isSpoilt = false;
  private stopping: Promise<void> | undefined;
  private giveUp: NodeJS.Timeout | undefined;
  private usedUp: number;

  constructor(
    private readonly driver: Driver<Client, Session>,
    private readonly source: OpenServer,
    private readonly client: Client,
  ) {
    this.usedUp = driver.bytesReceived(client);
  }

  /** The function returned ends the watch. */
  watch(timeoutMs: number, signal?: AbortSignal): () => void {
    const onAbort = () => this.stop("cancelled");
    const timer = setTimeout(() => this.stop("timeout"), timeoutMs + GRACE_MS);
    const watch = setInterval(() => {
      if (this.driver.bytesReceived(this.client) - this.usedUp > ANSWER_LIMIT_BYTES) this.sever();
    }, ANSWER_WATCH_MS);
    signal?.addEventListener("abort", onAbort, { once: true });
    return () => {
      clearTimeout(timer);
      clearTimeout(this.giveUp);
      clearInterval(watch);
      signal?.removeEventListener("abort", onAbort);
    };
  }

  consumed(): void {
    this.usedUp = this.driver.bytesReceived(this.client);
  }

  spoil(): void {
    this.isSpoilt = true;
    this.driver.sever(this.client);
  }

  async settled(): Promise<void> {
    await this.stopping;
  }

  private stop(reason: "cancelled" | "timeout"): void {
    this.reason ??= reason;
    this.stopping ??= this.cancelOnServer();
  }

  /** At once: while the server is asked politely, it would go on sending. */
  private sever(): void {
    this.reason ??= "too large";
    this.driver.sever(this.client);
  }

  private async cancelOnServer(): Promise<void> {
    const { driver, source, client, session } = this;
    if (!session) return driver.sever(client);
    // A server that waits for us to read on does not listen to a polite request.
    this.giveUp = setTimeout(() => driver.sever(client), GRACE_MS);
    try {
      await driver.cancel(source, session.value);
    } catch {
      // A connection that is closed already has nothing to stop.
      if (this.isSpoilt) return;
      log.warn("a statement could not be cancelled on its server", { dataSourceId: source.id });
      driver.sever(client);
    }
  }
}
