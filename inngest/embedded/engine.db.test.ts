/** What only our engine promises: its rows, its clean-up, and what it does with what it does not know. */
import { randomUUID } from "node:crypto";
import { Pool } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deleteOldJobs } from "./retention";
import { createRuns } from "./runs";
import { Journal } from "./testing/journal";
import { type ContractEngine, startContractEngine } from "./testing/start-contract-engine";

const PATIENCE_MS = 20_000;
const journal = new Journal(process.env.TEST_OWNER_URL ?? "", PATIENCE_MS);
const pool = new Pool({ connectionString: process.env.APP_DATABASE_URL });
let engine: ContractEngine;

beforeAll(async () => {
  await journal.create();
  engine = await startContractEngine(process.env.APP_DATABASE_URL ?? "", journal);
});

afterAll(async () => {
  await engine.stop();
  await pool.end();
  await journal.close();
});

async function finished(caseId: string): Promise<Record<string, unknown>> {
  return journal.waitUntil("the run to end", async () => {
    const [run] = await journal.query(
      `select r.id, r.state, r.output, (select count(*)::int from job_tasks t where t.run_id = r.id) as tasks
       from job_runs r where ended_at is not null and events -> 0 -> 'data' ->> 'case' = $1`,
      [caseId],
    );
    return run ?? null;
  });
}

test("a finished run keeps its result and leaves no task", async () => {
  const id = randomUUID();
  await engine.client.send({ name: "test/sequence", data: { case: id, n: 1 } });
  expect(await finished(id)).toMatchObject({ state: "COMPLETED", output: 2, tasks: 0 });
});

test("a failed run keeps its error", async () => {
  const id = randomUUID();
  await engine.client.send({ name: "test/doomed", data: { case: id, fatal: true } });
  expect(await finished(id)).toMatchObject({ state: "FAILED", output: { message: "never" }, tasks: 0 });
});

test("text that jsonb cannot hold does not fail the step", async () => {
  const id = randomUUID();
  await engine.client.send({ name: "test/odd-text", data: { case: id } });
  const [after] = await journal.waitFor(id, "after");
  expect(after?.detail).toEqual({ length: 5 });
});

test("a step the engine does not support fails the run with what to do instead", async () => {
  const id = randomUUID();
  await engine.client.send({ name: "test/wait", data: { case: id } });
  const { state, output } = await finished(id);
  expect(state).toBe("FAILED");
  expect(output).toMatchObject({
    message:
      'The function "contract-waiter" uses step.waitForEvent, which the embedded job engine does not support. Start a second function on that event, and read the state both share from the database.',
  });
});

test("an event with more than can be stored is refused", async () => {
  const event = { name: "test/leaf", data: {}, user: { id: "u1" } };
  await expect(engine.client.send(event)).rejects.toThrow("stores id, name, data and ts");
});

test("connections cut in the middle of a step cost nothing", async () => {
  const id = randomUUID();
  await engine.client.send({ name: "test/long", data: { case: id } });
  await journal.waitFor(id, "three");
  await journal.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name like 'broadsheet-jobs%' and datname = current_database()`,
  );
  await journal.openGate(id);
  expect(await finished(id)).toMatchObject({ state: "COMPLETED" });
  expect((await journal.read(id)).map(({ what }) => what)).toEqual([
    "one",
    "two",
    "three",
    "three ended",
    "four",
  ]);
});

test("a task for a function only newer workers know waits for them", async () => {
  const id = randomUUID();
  const definition = {
    id: "contract-newer",
    events: [],
    crons: [],
    concurrency: [],
    idempotency: null,
    maxAttempts: 1,
  };
  await createRuns(pool, [
    { definition, event: { id, name: "test/newer", data: {}, ts: 0 }, idempotencyKey: id },
  ]);
  const task = await journal.waitUntil("the task to be put back", async () => {
    const [row] = await journal.query(
      `select t.attempt, t.locked_by, t.due_at > now() + interval '10 seconds' as later
       from job_tasks t join job_runs r on r.id = t.run_id where r.idempotency_key = $1`,
      [id],
    );
    return row?.later === true ? row : null;
  });
  expect(task).toEqual({ attempt: 0, locked_by: null, later: true });
});

test("retention deletes old finished runs and routed events, and nothing else", async () => {
  await journal.query(`
    insert into job_runs (id, function_id, events, state, created_at, ended_at) values
      ('old-done', 'f', '[]', 'COMPLETED', now() - interval '30 days', now() - interval '15 days'),
      ('old-running', 'f', '[]', 'RUNNING', now() - interval '30 days', null),
      ('new-done', 'f', '[]', 'FAILED', now() - interval '30 days', now() - interval '13 days')`);
  await journal.query("insert into job_steps (run_id, id, op) values ('old-done', 's', 'StepRun')");
  await journal.query(`
    insert into job_events (id, name, data, ts, routed_at) values
      ('old-routed', 'retention', '{}', now(), now() - interval '15 days'),
      ('new-routed', 'retention', '{}', now(), now() - interval '13 days')`);
  expect(await deleteOldJobs(pool, 14, () => false)).toBe(2);
  expect(await journal.query("select id from job_runs where function_id = 'f' order by id")).toEqual([
    { id: "new-done" },
    { id: "old-running" },
  ]);
  expect(await journal.query("select id from job_events where name = 'retention'")).toEqual([
    { id: "new-routed" },
  ]);
});
