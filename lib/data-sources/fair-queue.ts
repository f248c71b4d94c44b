import type { RequestContext } from "@/lib/context";
import { AppError, assertNever } from "@/lib/errors";

export type Turn = {
  /** Who asks: a person's id, `system:<job>` or `link:<id>`. */
  owner: string;
  /** Printed when it takes too long. */
  sourceName: string;
  waitLimitMs: number;
  signal?: AbortSignal;
};

/** Jobs wait as themselves, beside people; all who opened one link wait as one. */
export function ownerOf({ actor }: RequestContext): string {
  switch (actor.kind) {
    case "user":
      return actor.userId;
    case "system":
      return `system:${actor.name}`;
    case "link":
      return `link:${actor.linkId}`;
    default:
      return assertNever(actor);
  }
}

type Waiter = { owner: string; start: () => void };

/**
 * The places of one source, at most `limit` taken at a time in this process. A free place goes to the waiting owner
 * with the fewest taken, then to the one whose last turn is longest ago, then to who came first. Nobody holds the last
 * place of several, so that whoever comes next is answered at once, however much one person asks.
 */
export class FairQueue {
  private readonly running = new Map<string, number>();
  private readonly waiting: Waiter[] = [];
  /** The number of an owner's last turn. */
  private readonly served = new Map<string, number>();
  private turns = 0;
  private taken = 0;

  constructor(private limit: number) {}

  get isIdle(): boolean {
    return this.taken === 0 && this.waiting.length === 0;
  }

  /** A lowered limit takes effect as places become free. */
  setLimit(limit: number): void {
    this.limit = limit;
    this.hand();
  }

  /** Runs `work` when a place is free. Throws AppError `cancelled` or `query_timeout` while waiting. */
  async run<T>(turn: Turn, work: () => Promise<T>): Promise<T> {
    await this.take(turn);
    try {
      return await work();
    } finally {
      this.give(turn.owner);
    }
  }

  private take({ owner, sourceName, waitLimitMs, signal }: Turn): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(cancelled());
      const settle = () => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", onAbort);
      };
      const leave = (error: AppError) => {
        settle();
        this.waiting.splice(this.waiting.indexOf(waiter), 1);
        reject(error);
      };
      const onAbort = () => leave(cancelled());
      const timer = setTimeout(() => leave(waitedTooLong(sourceName, waitLimitMs, this.limit)), waitLimitMs);
      const waiter: Waiter = {
        owner,
        start: () => {
          settle();
          resolve();
        },
      };
      signal?.addEventListener("abort", onAbort, { once: true });
      this.waiting.push(waiter);
      this.hand();
    });
  }

  private give(owner: string): void {
    this.taken -= 1;
    const left = this.runningOf(owner) - 1;
    if (left > 0) this.running.set(owner, left);
    else this.running.delete(owner);
    this.hand();
  }

  /** Gives the free places to those who wait. */
  private hand(): void {
    while (this.taken < this.limit) {
      const next = this.next();
      if (!next) return;
      this.waiting.splice(this.waiting.indexOf(next), 1);
      this.running.set(next.owner, this.runningOf(next.owner) + 1);
      this.taken += 1;
      this.turns += 1;
      this.served.set(next.owner, this.turns);
      next.start();
    }
  }

  private next(): Waiter | undefined {
    const most = Math.max(1, this.limit - 1);
    let best: Waiter | undefined;
    for (const waiter of this.waiting)
      if (this.runningOf(waiter.owner) < most && (!best || this.isBefore(waiter, best))) best = waiter;
    return best;
  }

  private isBefore(one: Waiter, other: Waiter): boolean {
    const fewer = this.runningOf(one.owner) - this.runningOf(other.owner);
    if (fewer !== 0) return fewer < 0;
    return (this.served.get(one.owner) ?? 0) < (this.served.get(other.owner) ?? 0);
  }

  private runningOf(owner: string): number {
    return this.running.get(owner) ?? 0;
  }
}

function cancelled(): AppError {
  return new AppError("cancelled", "The question was cancelled before it was asked.");
}

function waitedTooLong(sourceName: string, limitMs: number, limit: number): AppError {
  const waited = `${(limitMs / 1000).toLocaleString("en-GB")} ${limitMs === 1000 ? "second" : "seconds"}`;
  return new AppError(
    "query_timeout",
    `The question waited ${waited} for a free connection to “${sourceName}” and was not asked: ${limit === 1 ? "its one connection was" : `its ${limit} connections were`} busy with other questions. Try again in a moment, or allow the source more connections.`,
    { step: "wait" },
  );
}

// On globalThis, because the bundler may load this module more than once in one process.
const holder = globalThis as typeof globalThis & { broadsheetSourceQueues?: Map<string, FairQueue> };

/** Runs `work` in the queue of a source (a wait as long as its time limit unless told), which is made when needed and forgotten when nobody waits. */
export async function inFairQueue<T>(
  source: { id: string; name: string; connectionLimit: number; statementTimeoutMs: number },
  turn: { owner: string; signal?: AbortSignal; waitLimitMs?: number },
  work: () => Promise<T>,
): Promise<T> {
  holder.broadsheetSourceQueues ??= new Map();
  const queues = holder.broadsheetSourceQueues;
  const queue = queues.get(source.id) ?? new FairQueue(source.connectionLimit);
  queues.set(source.id, queue);
  queue.setLimit(source.connectionLimit);
  try {
    const waitLimitMs = turn.waitLimitMs ?? source.statementTimeoutMs;
    return await queue.run({ ...turn, sourceName: source.name, waitLimitMs }, work);
  } finally {
    if (queue.isIdle && queues.get(source.id) === queue) queues.delete(source.id);
  }
}
