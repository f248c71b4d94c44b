import type pg from "pg";
import type { OpenSource } from "./types";
import { dropConnection, openConnection } from "./postgres-connection";
import { cancelled, timedOut } from "./postgres-errors";

declare module "pg" {
  // There in the driver, missing in its types.
  interface Client {
    ref(): void;
    unref(): void;
  }
}

const IDLE_LIMIT_MS = 30_000;

type Waiter = { start: () => void };

/**
 * The connections of one source, at most `connectionLimit` at a time. Kept small and our own, because the
 * driver's pool neither tells which step of connecting failed nor waits with a signal.
 */
export class ConnectionPool {
  readonly fingerprint: string;
  private readonly idle: { client: pg.Client; timer: NodeJS.Timeout; forget: () => void }[] = [];
  private readonly waiters: Waiter[] = [];
  private busy = 0;
  private closed = false;

  constructor(private readonly source: OpenSource) {
    this.fingerprint = source.fingerprint;
  }

  /** Lends a connection. Throws ConnectionFailed, `cancelled`, or `query_timeout` when none becomes free in time. */
  async take(signal?: AbortSignal): Promise<pg.Client> {
    await this.turn(signal);
    try {
      const kept = this.idle.pop();
      if (kept) {
        clearTimeout(kept.timer);
        kept.client.off("end", kept.forget);
        kept.client.ref();
        return kept.client;
      }
      return await openConnection(
        { settings: this.source.settings, password: this.source.password() },
        signal,
      );
    } catch (error) {
      this.next();
      throw error;
    }
  }

  /** Takes a connection back; `healthy` false ends it. */
  give(client: pg.Client, healthy: boolean): void {
    if (healthy && !this.closed) this.keep(client);
    else dropConnection(client);
    this.next();
  }

  close(): void {
    this.closed = true;
    for (const { client, timer } of this.idle.splice(0)) {
      clearTimeout(timer);
      dropConnection(client);
    }
  }

  private keep(client: pg.Client): void {
    const forget = () => {
      const index = this.idle.findIndex((entry) => entry.client === client);
      if (index < 0) return;
      const [entry] = this.idle.splice(index, 1);
      clearTimeout(entry?.timer);
      dropConnection(client);
    };
    const timer = setTimeout(forget, IDLE_LIMIT_MS);
    // Nothing that only waits keeps a process from ending.
    timer.unref();
    client.unref();
    client.once("end", forget);
    this.idle.push({ client, timer, forget });
  }

  private turn(signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return Promise.reject(cancelled());
    if (this.busy < this.source.connectionLimit) {
      this.busy += 1;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const leave = (error: Error) => {
        settle();
        this.waiters.splice(this.waiters.indexOf(waiter), 1);
        reject(error);
      };
      const onAbort = () => leave(cancelled());
      const limitMs = this.source.statementTimeoutMs;
      const timer = setTimeout(() => leave(timedOut(this.source.name, limitMs)), limitMs);
      const settle = () => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", onAbort);
      };
      const waiter: Waiter = {
        start: () => {
          settle();
          resolve();
        },
      };
      signal?.addEventListener("abort", onAbort, { once: true });
      this.waiters.push(waiter);
    });
  }

  /** Hands the place on, or frees it. */
  private next(): void {
    const waiter = this.waiters.shift();
    if (waiter) waiter.start();
    else this.busy -= 1;
  }
}

// On globalThis, because the bundler may load this module more than once in one process.
const holder = globalThis as typeof globalThis & { broadsheetSourcePools?: Map<string, ConnectionPool> };

export function poolOf(source: OpenSource): ConnectionPool {
  holder.broadsheetSourcePools ??= new Map();
  const pools = holder.broadsheetSourcePools;
  const present = pools.get(source.id);
  if (present?.fingerprint === source.fingerprint) return present;
  present?.close();
  const pool = new ConnectionPool(source);
  pools.set(source.id, pool);
  return pool;
}

export function closePool(sourceId: string): void {
  holder.broadsheetSourcePools?.get(sourceId)?.close();
  holder.broadsheetSourcePools?.delete(sourceId);
}
