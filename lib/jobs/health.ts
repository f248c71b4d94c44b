import { HEARTBEAT_EVERY_MS } from "./heartbeat";
import type { Queryable } from "./queryable";

/** A worker not seen for this long is taken for dead. */
export const WORKER_SILENT_AFTER_MS = 3 * HEARTBEAT_EVERY_MS;

export type EngineHealth = {
  /** True when at least one worker was seen less than `WORKER_SILENT_AFTER_MS` ago. */
  alive: boolean;
  /** Workers seen in that time. */
  workers: number;
  /** Age of the freshest sign of life of any worker; null when there never was one. */
  workerSeenMsAgo: number | null;
  /** How long the oldest task that nobody holds has been due; null when nothing waits. */
  oldestDueTaskMs: number | null;
  /** Age of the oldest event nobody has picked up; null when nothing waits. */
  oldestUnroutedEventMs: number | null;
};

/**
 * Reads how the background work is doing, for /api/health. Ages are milliseconds before `now`, never negative.
 * Throws what the database throws.
 */
export async function engineHealth(database: Queryable, now: Date): Promise<EngineHealth> {
  const { rows } = await database.query(
    `select
       (select count(*)::int from job_workers where seen_at > $1) as workers,
       (select max(seen_at) from job_workers) as seen_at,
       (select min(due_at) from job_tasks
         where due_at <= $2 and (locked_until is null or locked_until < $2)) as due_at,
       (select min(created_at) from job_events where routed_at is null) as event_at`,
    [new Date(now.getTime() - WORKER_SILENT_AFTER_MS), now],
  );
  const row = rows[0] ?? {};
  const age = (value: unknown) =>
    value instanceof Date ? Math.max(0, now.getTime() - value.getTime()) : null;
  const workers = Number(row.workers ?? 0);
  return {
    alive: workers > 0,
    workers,
    workerSeenMsAgo: age(row.seen_at),
    oldestDueTaskMs: age(row.due_at),
    oldestUnroutedEventMs: age(row.event_at),
  };
}
