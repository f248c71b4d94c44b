import type { Queryable } from "./queryable";

export type WorkerIdentity = { id: string; host: string; pid: number };

/** How often a worker says that it is alive. Health allows three misses. */
export const HEARTBEAT_EVERY_MS = 5_000;

/**
 * Keeps the row of this worker in `job_workers` fresh until `stop()`, which removes the row: a worker that left
 * in order is gone at once, one that died is seen by its age. Rows of workers dead for a day are swept.
 */
export async function startHeartbeat(
  database: Queryable,
  worker: WorkerIdentity,
  onError: (error: unknown) => void,
): Promise<{ stop: () => Promise<void> }> {
  const beat = async () => {
    await database.query(
      `insert into job_workers (id, started_at, seen_at, host, pid) values ($1, now(), now(), $2, $3)
       on conflict (id) do update set seen_at = now()`,
      [worker.id, worker.host, worker.pid],
    );
  };
  await beat();
  await database.query(`delete from job_workers where seen_at < now() - interval '1 day'`);
  const timer = setInterval(() => void beat().catch(onError), HEARTBEAT_EVERY_MS);
  return {
    async stop() {
      clearInterval(timer);
      await database.query("delete from job_workers where id = $1", [worker.id]);
    },
  };
}
