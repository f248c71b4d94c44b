import { Pool, type PoolClient } from "pg";

/** Anything statements can be sent to: the pool, or the connection of a transaction. */
export type Connection = Pick<PoolClient, "query">;

/** Channels of LISTEN/NOTIFY. Notifications only save waiting for the poll; nothing depends on them. */
export const EVENTS_CHANNEL = "job_events";
export const TASKS_CHANNEL = "job_tasks";

/**
 * A pool for job tables. The limits are for a frozen process: its open transaction is ended by the server, so
 * that the rows it locked do not stop the other workers.
 */
export function createJobsPool(
  connectionString: string,
  options: { max: number; idleInTransactionMs?: number; onError: (error: Error) => void },
): Pool {
  const pool = new Pool({
    connectionString,
    max: options.max,
    application_name: "broadsheet-jobs",
    idle_in_transaction_session_timeout: options.idleInTransactionMs ?? 5_000,
    lock_timeout: 10_000,
    options: "-c TimeZone=UTC",
  });
  pool.on("error", options.onError);
  return pool;
}

/** Runs `work` in one transaction; rolls back when it throws. */
export async function transaction<Result>(
  pool: Pool,
  work: (tx: Connection) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query("begin");
    const result = await work(client);
    await client.query("commit");
    return result;
  } catch (error) {
    // A connection that cannot even roll back is not given to the next one.
    await client.query("rollback").catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/**
 * JSON text that PostgreSQL takes as jsonb. Zero characters and lone surrogates are legal in JavaScript strings but
 * not in jsonb; a step that returns one must not fail for it, so they become the replacement character.
 */
export function toJsonb(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, part) =>
    typeof part === "string" ? part.replace(/[\0\p{Surrogate}]/gu, "\uFFFD") : part,
  );
}

const APPLY_ATTEMPTS = 5;
const FIRST_WAIT_MS = 100;

/**
 * Tries again after a database error. Only for work that may be applied twice: results of calls are, because
 * each application checks the lease. Without this a short outage would throw away a finished step.
 */
export async function withRetries<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === APPLY_ATTEMPTS) throw error;
      await new Promise((resolve) => setTimeout(resolve, FIRST_WAIT_MS * 2 ** attempt));
    }
  }
}
