import { ulid } from "ulid";
import { type Connection, toJsonb } from "./database";
import type { ConcurrencyLimit, FunctionDefinition } from "./definitions";
import { insertEvents } from "./intake";
import { readKey } from "./key-expression";
import {
  DISCOVERY_STEP_ID,
  type EngineEvent,
  FUNCTION_FAILED_EVENT,
  type JobError,
  type StepResult,
} from "./protocol";
import { type Lease, notifyTasks } from "./tasks";

/** A run to be created: function, the event that starts it, and the key under which it exists at most once. */
export type NewRun = { definition: FunctionDefinition; event: EngineEvent; idempotencyKey: string };

/** A run as a call needs it, with the results of its finished steps. */
export type RunState = {
  id: string;
  functionId: string;
  events: EngineEvent[];
  planning: boolean;
  stack: string[];
  steps: Record<string, StepResult>;
  createdAt: Date;
};

/** Creates runs and their first tasks in one statement. Runs whose key exists already are left out. */
export async function createRuns(tx: Connection, runs: NewRun[]): Promise<void> {
  if (runs.length === 0) return;
  const rows = runs.map(({ definition, event, idempotencyKey }) => {
    const concurrency = concurrencyOf(definition, event);
    return {
      id: ulid(),
      function_id: definition.id,
      idempotency_key: idempotencyKey,
      events: [event],
      keys: concurrency.keys,
      limits: concurrency.limits,
    };
  });
  await tx.query(
    `with input as (
       select * from jsonb_to_recordset($1::jsonb) as r(
         id text, function_id text, idempotency_key text, events jsonb, keys text[], limits int[])),
     created as (
       insert into job_runs (id, function_id, idempotency_key, events, state)
       select id, function_id, idempotency_key, events, 'RUNNING' from input
       on conflict (function_id, idempotency_key) do nothing
       returning id)
     insert into job_tasks (run_id, kind, step_id, concurrency_keys, concurrency_limits)
     select id, 'call', $2, keys, limits from input join created using (id)`,
    [toJsonb(rows), DISCOVERY_STEP_ID],
  );
  await notifyTasks(tx);
}

/** The concurrency keys of a run's tasks. Events without the field share one key: the limit is kept, never lost. */
export function concurrencyOf(
  definition: FunctionDefinition,
  event: EngineEvent,
): { keys: string[]; limits: number[] } {
  const keyOf = ({ key }: ConcurrencyLimit, index: number) =>
    `${definition.id}/${index}:${key === null ? "" : (readKey(key, event.data) ?? "")}`;
  return {
    keys: definition.concurrency.map(keyOf),
    limits: definition.concurrency.map(({ limit }) => limit),
  };
}

/** Reads a run that is still going, or null. */
export async function loadRun(connection: Connection, runId: string): Promise<RunState | null> {
  const { rows } = await connection.query(
    `select r.id, r.function_id, r.events, r.planning, r.stack, r.created_at,
       (select jsonb_object_agg(s.id, s.result) from job_steps s
         where s.run_id = r.id and s.result is not null) as steps
     from job_runs r where r.id = $1 and r.state = 'RUNNING'`,
    [runId],
  );
  const row = rows[0];
  if (row === undefined) return null;
  return {
    id: row.id,
    functionId: row.function_id,
    events: row.events,
    planning: row.planning,
    stack: row.stack,
    steps: row.steps ?? {},
    createdAt: row.created_at,
  };
}

/**
 * Locks the run and the task for the rest of the transaction, if the lease still holds and the run still goes on.
 * Every change to a run begins here: a worker that lost its lease, however late it wakes, changes nothing.
 */
export async function lockHeldRun(
  tx: Connection,
  lease: Lease,
): Promise<{ functionId: string; events: EngineEvent[] } | null> {
  const { rows } = await tx.query(
    `select r.function_id, r.events from job_runs r join job_tasks t on t.run_id = r.id
     where r.id = $1 and r.state = 'RUNNING' and t.id = $2 and t.locked_by = $3
     for update of r, t`,
    [lease.runId, lease.taskId, lease.token],
  );
  const row = rows[0];
  return row === undefined ? null : { functionId: row.function_id, events: row.events };
}

/** Ends a run well. The caller holds its lock. */
export async function completeRun(tx: Connection, runId: string, output: unknown): Promise<void> {
  await closeRun(tx, runId, "COMPLETED", output);
}

/** Ends a run badly, and sends the event that starts `onFailure`. The caller holds its lock. */
export async function failRun(
  tx: Connection,
  run: { id: string; functionId: string; events: EngineEvent[] },
  error: JobError,
): Promise<void> {
  await closeRun(tx, run.id, "FAILED", error);
  const event = run.events[0];
  // A failed failure handler starts no further one.
  if (event === undefined || event.name === FUNCTION_FAILED_EVENT) return;
  await insertEvents(tx, [
    {
      id: `failed:${run.id}`,
      name: FUNCTION_FAILED_EVENT,
      data: { function_id: run.functionId, run_id: run.id, event, events: run.events, error },
    },
  ]);
}

async function closeRun(
  tx: Connection,
  runId: string,
  state: "COMPLETED" | "FAILED",
  output: unknown,
): Promise<void> {
  await tx.query(
    `with tasks as (delete from job_tasks where run_id = $1)
     update job_runs set state = $2, output = $3, ended_at = now() where id = $1`,
    [runId, state, toJsonb(output)],
  );
  await notifyTasks(tx);
}
