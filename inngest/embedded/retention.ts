import type { Pool } from "pg";

const ROWS_PER_BATCH = 500;

/**
 * Deletes finished runs with their steps, and routed events, older than `days`. In small batches, so that no
 * statement holds many locks; workers that clean at the same time skip each other's rows. Returns rows deleted.
 */
export async function deleteOldJobs(pool: Pool, days: number, isStopping: () => boolean): Promise<number> {
  let total = 0;
  for (const statement of [
    `delete from job_runs where id in (
       select id from job_runs where ended_at < now() - $1 * interval '1 day' limit $2 for update skip locked)`,
    `delete from job_events where id in (
       select id from job_events where routed_at < now() - $1 * interval '1 day' limit $2 for update skip locked)`,
  ]) {
    for (;;) {
      if (isStopping()) return total;
      const { rowCount } = await pool.query(statement, [days, ROWS_PER_BATCH]);
      total += rowCount ?? 0;
      if ((rowCount ?? 0) < ROWS_PER_BATCH) break;
    }
  }
  return total;
}
