/** What happens to runs when workers die, freeze, stop, or share the work. Our engine only: it kills processes. */
import { randomUUID } from "node:crypto";
import { Pool } from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { insertEvents } from "./intake";
import { Journal } from "./testing/journal";
import { startWorker, type WorkerHandle } from "./testing/worker-handle";

const PATIENCE_MS = 30_000;
const journalUrl = process.env.TEST_OWNER_URL ?? "";
const journal = new Journal(journalUrl, PATIENCE_MS);
const pool = new Pool({ connectionString: process.env.APP_DATABASE_URL, max: 1 });
const workers: WorkerHandle[] = [];

beforeAll(() => journal.create());

afterEach(async () => {
  for (const worker of workers.splice(0)) {
    worker.signal("SIGKILL");
    await worker.exited;
  }
});

afterAll(async () => {
  await pool.end();
  await journal.close();
});

async function start(): Promise<WorkerHandle> {
  const worker = await startWorker(process.env.APP_DATABASE_URL ?? "", journalUrl);
  workers.push(worker);
  return worker;
}

/** Stores an event the way every process does, with or without an engine. */
async function send(name: string, data: Record<string, unknown> = {}): Promise<string> {
  const id = randomUUID();
  await insertEvents(pool, [{ id, name, data: { case: id, ...data } }]);
  return id;
}

async function runOf(caseId: string): Promise<Record<string, unknown> | undefined> {
  const [run] = await journal.query(
    `select r.state, r.output, r.ended_at, r.stack,
       (select jsonb_object_agg(s.name, s.result) from job_steps s where s.run_id = r.id) as steps,
       (select count(*)::int from job_tasks t where t.run_id = r.id) as tasks
     from job_runs r where events -> 0 ->> 'id' = $1`,
    [caseId],
  );
  return run;
}

async function completed(caseId: string): Promise<Record<string, unknown>> {
  return journal.waitUntil("the run to complete", async () => {
    const run = await runOf(caseId);
    return run?.state === "COMPLETED" ? run : null;
  });
}

async function timeline(caseId: string): Promise<[string, number][]> {
  return (await journal.read(caseId)).map(({ what, pid }) => [what, pid]);
}

test("after kill -9 another worker repeats the step in flight, and no other", async () => {
  const dying = await start();
  const id = await send("test/long");
  await journal.waitFor(id, "three");
  dying.signal("SIGKILL");
  await dying.exited;
  await journal.openGate(id);
  const heir = await start();
  expect(await completed(id)).toMatchObject({ output: heir.pid, tasks: 0 });
  expect(await timeline(id)).toEqual([
    ["one", dying.pid],
    ["two", dying.pid],
    ["three", dying.pid],
    ["three", heir.pid],
    ["three ended", heir.pid],
    ["four", heir.pid],
  ]);
});

test("events sent by a step that is repeated after a crash arrive once", async () => {
  const dying = await start();
  const id = await send("test/announce");
  await journal.waitFor(id, "announced");
  dying.signal("SIGKILL");
  await dying.exited;
  await journal.openGate(id);
  await start();
  await completed(id);
  expect(await journal.read(id, "announced")).toHaveLength(2);
  const events = await journal.query(
    "select 1 from job_events where name = 'test/leaf' and data ->> 'case' = $1",
    [id],
  );
  expect(events).toHaveLength(2);
});

test("a frozen worker whose task was taken over changes nothing when it wakes", async () => {
  const frozen = await start();
  const id = await send("test/long");
  await journal.waitFor(id, "three");
  frozen.signal("SIGSTOP");
  const heir = await start();
  await journal.waitFor(id, "three", 2);

  // The heir is still in the step when the frozen worker wakes and finishes it.
  frozen.signal("SIGCONT");
  await journal.openGate(`${id}/${frozen.pid}`);
  await frozen.printed("Another worker took a task over");
  expect((await runOf(id))?.steps).toEqual({ one: { data: null }, two: { data: null } });

  await journal.openGate(`${id}/${heir.pid}`);
  expect(await completed(id)).toMatchObject({ output: heir.pid });
  expect(await timeline(id)).toEqual([
    ["one", frozen.pid],
    ["two", frozen.pid],
    ["three", frozen.pid],
    ["three", heir.pid],
    ["three ended", frozen.pid],
    ["three ended", heir.pid],
    ["four", heir.pid],
  ]);
});

test("a worker that is told to stop finishes its step and hands the run over", async () => {
  const leaving = await start();
  const id = await send("test/long");
  await journal.waitFor(id, "three");
  leaving.signal("SIGTERM");
  await leaving.printed("stopping");
  await journal.openGate(id);
  expect(await leaving.exited).toBe(0);
  expect(await runOf(id)).toMatchObject({ state: "RUNNING", tasks: 1 });
  const heir = await start();
  expect(await completed(id)).toMatchObject({ output: leaving.pid });
  expect(await timeline(id)).toEqual([
    ["one", leaving.pid],
    ["two", leaving.pid],
    ["three", leaving.pid],
    ["three ended", leaving.pid],
    ["four", heir.pid],
  ]);
});

test("two workers share runs and execute every step once", async () => {
  const [first, second] = await Promise.all([start(), start()]);
  const id = randomUUID();
  const runs = Array.from({ length: 40 }, (_, n) => n);
  for (const n of runs) await send("test/shared", { case: id, n });
  await journal.waitFor(id, "three", runs.length);
  for (const step of ["one", "two", "three"]) {
    const numbers = (await journal.read(id, step)).map(({ detail }) => Number(detail.n));
    expect(numbers.sort((a, b) => a - b)).toEqual(runs);
  }
  const pids = new Set((await journal.read(id)).map(({ pid }) => pid));
  expect(pids).toEqual(new Set([first?.pid, second?.pid]));
});

test("a step that kills every worker fails the run after its attempts", async () => {
  const id = await send("test/deadly");
  for (let death = 0; death < 2; death++) {
    const worker = await start();
    await worker.exited;
  }
  await start();
  const run = await journal.waitUntil("the run to fail", async () => {
    const found = await runOf(id);
    return found?.state === "FAILED" ? found : null;
  });
  expect(run.output).toMatchObject({ message: expect.stringContaining("died 2 times") });
  expect(await journal.read(id, "deadly")).toHaveLength(2);
});
