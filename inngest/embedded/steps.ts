import { type Connection, toJsonb } from "./database";
import type { Op, StepResult } from "./protocol";

/**
 * Remembers the result of a step, once: a second result for the same step is ignored. The run's stack keeps the
 * order in which steps finished, which the SDK replays. The caller holds the run's lock.
 */
export async function memoiseStep(
  tx: Connection,
  runId: string,
  step: { id: string; op: string; name: string | null },
  result: StepResult,
): Promise<void> {
  await tx.query(
    `with done as (
       insert into job_steps (run_id, id, op, name, result) values ($1, $2, $3, $4, $5)
       on conflict (run_id, id) do update set result = excluded.result where job_steps.result is null
       returning 1)
     update job_runs set stack = array_append(stack, $2::text) where id = $1 and exists (select 1 from done)`,
    [runId, step.id, step.op, step.name, toJsonb(result)],
  );
}

/** Writes down a step that is to finish later. False when it was known already. The caller holds the run's lock. */
export async function addPendingStep(tx: Connection, runId: string, op: Op): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into job_steps (run_id, id, op, name, options) values ($1, $2, $3, $4, $5)
     on conflict (run_id, id) do nothing`,
    [runId, op.id, op.op, op.displayName ?? null, op.op === "Sleep" ? toJsonb({ until: op.name }) : null],
  );
  return rowCount === 1;
}

/**
 * True when no step of the run is pending any more, which also ends planning: then exactly one discovery call
 * follows, whichever step was last. The caller holds the run's lock, so there is exactly one last.
 */
export async function finishPlanning(tx: Connection, runId: string): Promise<boolean> {
  const { rows } = await tx.query(
    `with open as (select exists (select 1 from job_steps where run_id = $1 and result is null) as pending),
     ended as (update job_runs set planning = false from open
               where id = $1 and planning and not open.pending)
     select pending from open`,
    [runId],
  );
  return rows[0]?.pending === false;
}

/** From now on calls only plan steps, until the planned ones are finished. The caller holds the run's lock. */
export async function startPlanning(tx: Connection, runId: string): Promise<void> {
  await tx.query("update job_runs set planning = true where id = $1", [runId]);
}
