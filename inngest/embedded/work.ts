import type { Pool } from "pg";

/** What the dispatch loop looks at before it does anything: one query, once a second when idle. */
export type Work = {
  cronDue: boolean;
  eventWaiting: boolean;
  taskDue: boolean;
  /** Milliseconds until the next cron or task becomes due; Infinity when none is waiting. */
  nextDueInMs: number;
};

/** Never asleep for less than this: times are stored in milliseconds, and rounding must not make the loop spin. */
const SHORTEST_WAIT_MS = 2;

export async function peekAtWork(pool: Pool): Promise<Work> {
  const { rows } = await pool.query(
    `select
       exists (select 1 from job_crons where next_at <= now()) as cron_due,
       exists (select 1 from job_events where routed_at is null) as event_waiting,
       exists (select 1 from job_tasks
               where due_at <= now() and (locked_until is null or locked_until < now())) as task_due,
       extract(epoch from least(
         (select min(next_at) from job_crons where next_at > now() and next_at <> 'infinity'),
         (select min(due_at) from job_tasks where due_at > now())) - now())::float8 * 1000 as next_due_in_ms`,
  );
  const row = rows[0];
  return {
    cronDue: row.cron_due,
    eventWaiting: row.event_waiting,
    taskDue: row.task_due,
    nextDueInMs: row.next_due_in_ms === null ? Infinity : Math.max(SHORTEST_WAIT_MS, row.next_due_in_ms),
  };
}
