import { escapeLiteral, type Pool, type QueryResult } from "pg";
import { ulid } from "ulid";
import { type Connection, TASKS_CHANNEL } from "./database";

/** A task this worker holds. `token` is new with every claim: it tells this hold from every earlier and later one. */
export type Lease = {
  taskId: string;
  runId: string;
  kind: "call" | "timer";
  stepId: string;
  /** Failed attempts so far, counting workers that died while holding the task. */
  attempt: number;
  token: string;
};

/** The serialised claims of all workers queue on this advisory lock. */
const CLAIM_LOCK = 7_302_001;

/** More candidates than slots are looked at, because some are held back by concurrency limits. */
const CANDIDATES_PER_SLOT = 4;

/**
 * Takes up to `slots` due tasks for this worker, oldest first, within the concurrency limits.
 *
 * Both statements go to the server in one message and are one transaction there: a worker frozen at any instant
 * cannot keep the lock. Two statements, because the second needs a snapshot taken after the lock was granted;
 * with one, it would not see what the previous holder has just claimed, and limits would be over-run.
 * The simple protocol this needs takes no parameters, hence the literals.
 */
export async function claimTasks(
  pool: Pool,
  options: { workerId: string; slots: number; leaseMs: number },
): Promise<Lease[]> {
  const slots = Math.floor(options.slots);
  const token = `${options.workerId}:${ulid()}`;
  // With several statements in one message, pg answers with one result per statement; its types do not say so.
  const results = (await pool.query(`
    select pg_advisory_xact_lock(${CLAIM_LOCK});
    with busy as (
      select key, count(*)::int as held from job_tasks, unnest(concurrency_keys) as key
      where locked_until > now() group by key),
    candidates as (
      select t.id, t.due_at, t.concurrency_keys, t.concurrency_limits from job_tasks t
      where t.due_at <= now() and (t.locked_until is null or t.locked_until < now())
        and not exists (
          select 1 from unnest(t.concurrency_keys, t.concurrency_limits) as u(key, lim)
          join busy using (key) where busy.held >= u.lim)
      order by t.due_at, t.id limit ${slots * CANDIDATES_PER_SLOT} for update of t skip locked),
    ranked as (
      select c.id, u.lim - coalesce(busy.held, 0) as room,
        row_number() over (partition by u.key order by c.due_at, c.id) as place
      from candidates c
      cross join lateral unnest(c.concurrency_keys, c.concurrency_limits) as u(key, lim)
      left join busy using (key)),
    chosen as (
      select c.id from candidates c
      where not exists (select 1 from ranked r where r.id = c.id and r.place > r.room)
      order by c.due_at, c.id limit ${slots})
    update job_tasks t set
      -- still locked means that the last holder died: that counts as a failed attempt
      attempt = t.attempt + (t.locked_by is not null)::int,
      locked_by = ${escapeLiteral(token)},
      locked_until = now() + ${Math.floor(options.leaseMs)} * interval '1 millisecond'
    from chosen where t.id = chosen.id
    returning t.id, t.run_id, t.kind, t.step_id, t.attempt`)) as unknown as QueryResult[];
  return (results[1]?.rows ?? []).map((row) => ({
    taskId: row.id,
    runId: row.run_id,
    kind: row.kind,
    stepId: row.step_id,
    attempt: row.attempt,
    token,
  }));
}

/** Extends the leases still held. Rows somebody is just settling are skipped: waiting for them could deadlock. */
export async function extendLeases(connection: Connection, leases: Lease[], leaseMs: number): Promise<void> {
  await connection.query(
    `update job_tasks t set locked_until = now() + $3 * interval '1 millisecond'
     from (select j.id from job_tasks j join unnest($1::bigint[], $2::text[]) as held(id, token)
             on j.id = held.id and j.locked_by = held.token
           for update of j skip locked) as mine
     where t.id = mine.id`,
    [leases.map((lease) => lease.taskId), leases.map((lease) => lease.token), leaseMs],
  );
}

export type NewTask = { runId: string; kind: Lease["kind"]; stepId: string };

/** Adds a task. A repeat of run, kind and step is ignored. Timers take no keys: who sleeps holds no slot. */
export async function addTask(
  tx: Connection,
  task: NewTask,
  options: { due?: { afterMs: number } | { at: Date }; keys?: string[]; limits?: number[] } = {},
): Promise<void> {
  const due = options.due ?? { afterMs: 0 };
  await tx.query(
    `insert into job_tasks (run_id, kind, step_id, due_at, concurrency_keys, concurrency_limits)
     values ($1, $2, $3, coalesce($4::timestamptz, now() + $5 * interval '1 millisecond'), $6, $7)
     on conflict (run_id, kind, step_id) do nothing`,
    [
      task.runId,
      task.kind,
      task.stepId,
      "at" in due ? due.at : null,
      "afterMs" in due ? due.afterMs : 0,
      options.keys ?? [],
      options.limits ?? [],
    ],
  );
  await notifyTasks(tx);
}

/** Tells the other workers that a task was added or a concurrency slot became free. */
export async function notifyTasks(tx: Connection): Promise<void> {
  await tx.query(`notify ${TASKS_CHANNEL}`);
}

export async function deleteTask(tx: Connection, lease: Lease): Promise<void> {
  await tx.query("delete from job_tasks where id = $1 and locked_by = $2", [lease.taskId, lease.token]);
}

/** Gives the task back for another attempt after a failure. */
export async function retryTask(tx: Connection, lease: Lease, waitMs: number): Promise<void> {
  await tx.query(
    `update job_tasks set attempt = attempt + 1, locked_by = null, locked_until = null,
       due_at = now() + $3 * interval '1 millisecond'
     where id = $1 and locked_by = $2`,
    [lease.taskId, lease.token, waitMs],
  );
  await notifyTasks(tx);
}

/** Gives the task back untouched, as if it had not been claimed: when stopping, or when it is for another worker. */
export async function releaseTask(connection: Connection, lease: Lease, waitMs = 0): Promise<void> {
  await connection.query(
    `update job_tasks set locked_by = null, locked_until = null, attempt = $3,
       due_at = now() + $4 * interval '1 millisecond'
     where id = $1 and locked_by = $2`,
    [lease.taskId, lease.token, lease.attempt, waitMs],
  );
  await notifyTasks(connection);
}

/** After progress the same lease goes on with the next discovery, with all attempts ahead of it. */
export async function continueTask(tx: Connection, lease: Lease, stepId: string): Promise<void> {
  await tx.query("update job_tasks set attempt = 0, step_id = $3 where id = $1 and locked_by = $2", [
    lease.taskId,
    lease.token,
    stepId,
  ]);
}
