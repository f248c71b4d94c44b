import type { Pool } from "pg";
import { log } from "@/lib/log";
import { extendLeases, type Lease } from "./tasks";

/** Beats per lease: two may be missed before a task is taken over. */
const BEATS_PER_LEASE = 3;

/** The tasks this worker holds right now, kept alive until they are let go. */
export class HeldLeases {
  private readonly held = new Map<string, { lease: Lease; finished: Promise<void> }>();
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly pool: Pool,
    private readonly leaseMs: number,
    private readonly holdIdOf: (lease: Lease) => string,
  ) {
    this.timer = setInterval(() => void this.beat(), leaseMs / BEATS_PER_LEASE);
  }

  get size(): number {
    return this.held.size;
  }

  get(holdId: string): Lease | undefined {
    return this.held.get(holdId)?.lease;
  }

  all(): Lease[] {
    return [...this.held.values()].map(({ lease }) => lease);
  }

  /** Keeps the lease until the work has ended, however it ends. */
  hold(lease: Lease, work: Promise<void>, onEnd: () => void): void {
    const holdId = this.holdIdOf(lease);
    const finished = work
      .catch((error) =>
        log.error("A task could not be settled; it is tried again.", { runId: lease.runId }, error),
      )
      .finally(() => {
        this.held.delete(holdId);
        onEnd();
      });
    this.held.set(holdId, { lease, finished });
  }

  /** Waits for the work in hand, at most so long. */
  async drain(limitMs: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise((resolve) => {
      timer = setTimeout(resolve, limitMs);
    });
    await Promise.race([Promise.all([...this.held.values()].map(({ finished }) => finished)), limit]);
    clearTimeout(timer);
  }

  stopBeating(): void {
    clearInterval(this.timer);
  }

  private async beat(): Promise<void> {
    if (this.held.size === 0) return;
    await extendLeases(this.pool, this.all(), this.leaseMs).catch((error) =>
      log.error("Leases could not be extended.", {}, error),
    );
  }
}
