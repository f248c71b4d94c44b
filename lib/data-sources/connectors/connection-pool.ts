import type { Driver } from "./driver";
import { cancelled } from "./failures";
import type { OpenServer } from "./types";

const IDLE_LIMIT_MS = 30_000;

type PoolDriver<Client> = Pick<Driver<Client, never>, "open" | "drop" | "onEnd" | "hold">;

/**
 * Keeps the idle connections of one source for the next question. How many are open at a time is decided above,
 * where it is known who asks. Our own, because the drivers' pools do not tell which step of connecting failed.
 */
export class ConnectionPool<Client> {
  readonly fingerprint: string;
  private readonly idle: { client: Client; timer: NodeJS.Timeout; unwatch: () => void }[] = [];
  private closed = false;

  constructor(
    private readonly source: OpenServer,
    private readonly driver: PoolDriver<Client>,
  ) {
    this.fingerprint = source.fingerprint;
  }

  /** Lends a connection. Throws ConnectionFailed or `cancelled`. */
  async take(signal?: AbortSignal): Promise<Client> {
    if (signal?.aborted) throw cancelled();
    const kept = this.idle.pop();
    if (!kept)
      return this.driver.open({ settings: this.source.settings, password: this.source.password() }, signal);
    clearTimeout(kept.timer);
    kept.unwatch();
    this.driver.hold(kept.client, true);
    return kept.client;
  }

  /** Takes a connection back; `healthy` false ends it. */
  give(client: Client, healthy: boolean): void {
    if (healthy && !this.closed && this.idle.length < this.source.connectionLimit) this.keep(client);
    else this.driver.drop(client);
  }

  close(): void {
    this.closed = true;
    for (const { client, timer, unwatch } of this.idle.splice(0)) {
      clearTimeout(timer);
      unwatch();
      this.driver.drop(client);
    }
  }

  private keep(client: Client): void {
    const forget = () => {
      const index = this.idle.findIndex((entry) => entry.client === client);
      if (index < 0) return;
      const [entry] = this.idle.splice(index, 1);
      clearTimeout(entry?.timer);
      entry?.unwatch();
      this.driver.drop(client);
    };
    const timer = setTimeout(forget, IDLE_LIMIT_MS);
    // Nothing that only waits keeps a process from ending.
    timer.unref();
    this.driver.hold(client, false);
    this.idle.push({ client, timer, unwatch: this.driver.onEnd(client, forget) });
  }
}

// On globalThis, because the bundler may load this module more than once in one process.
const holder = globalThis as typeof globalThis & {
  broadsheetSourcePools?: Map<string, ConnectionPool<unknown>>;
};

/** The pool of a source; of one that was changed meanwhile, a new one. */
export function poolOf<Client>(source: OpenServer, driver: PoolDriver<Client>): ConnectionPool<Client> {
  holder.broadsheetSourcePools ??= new Map();
  const pools = holder.broadsheetSourcePools;
  const present = pools.get(source.id);
  // A source never changes its kind, so the clients in its pool are of the driver that asks.
  if (present?.fingerprint === source.fingerprint) return present as ConnectionPool<Client>;
  present?.close();
  const pool = new ConnectionPool(source, driver);
  pools.set(source.id, pool as ConnectionPool<unknown>);
  return pool;
}

export function closePool(sourceId: string): void {
  holder.broadsheetSourcePools?.get(sourceId)?.close();
  holder.broadsheetSourcePools?.delete(sourceId);
}
