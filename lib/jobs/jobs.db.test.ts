import { Pool } from "pg";
import { afterAll, beforeEach, expect, test } from "vitest";
import { withoutWorkspace } from "@/lib/db";
import { enqueue } from "./enqueue";
import type { JobEvent } from "./events";
import { engineHealth } from "./health";
import { startHeartbeat } from "./heartbeat";

const pool = new Pool({ connectionString: process.env.APP_DATABASE_URL });

beforeEach(() =>
  pool.query(
    "with events as (delete from job_events), workers as (delete from job_workers) delete from job_runs",
  ),
);
afterAll(() => pool.end());

const requested = (executionId: string): JobEvent => ({
  id: `execution:${executionId}`,
  name: "report/execution.requested",
  data: { workspaceId: "w1", executionId },
});

async function stored(): Promise<unknown[]> {
  return (await pool.query("select id, name, data, routed_at from job_events order by id")).rows;
}

test("events are stored with the transaction that enqueues them", async () => {
  await withoutWorkspace((tx) => enqueue(tx, [requested("a"), requested("b")]));
  expect(await stored()).toEqual([
    {
      id: "execution:a",
      name: "report/execution.requested",
      data: { workspaceId: "w1", executionId: "a" },
      routed_at: null,
    },
    expect.objectContaining({ id: "execution:b" }),
  ]);
});

test("events of a transaction that fails do not exist", async () => {
  const failing = withoutWorkspace(async (tx) => {
    await enqueue(tx, [requested("a")]);
    throw new Error("the change failed");
  });
  await expect(failing).rejects.toThrow("the change failed");
  expect(await stored()).toEqual([]);
});

test("a repeated id is one event", async () => {
  await withoutWorkspace((tx) => enqueue(tx, [requested("a"), requested("a")]));
  await withoutWorkspace((tx) => enqueue(tx, [requested("a"), requested("b")]));
  expect(await stored()).toHaveLength(2);
});

test("listeners are told when the transaction commits", async () => {
  const listener = await pool.connect();
  const told = new Promise((resolve) => listener.once("notification", ({ channel }) => resolve(channel)));
  await listener.query("listen job_events");
  await withoutWorkspace((tx) => enqueue(tx, [requested("a")]));
  expect(await told).toBe("job_events");
  listener.release(true);
});

test("an event that is not in the registry, or has other data, is refused", async () => {
  const wrong = (event: object) => withoutWorkspace((tx) => enqueue(tx, [event as JobEvent]));
  await expect(wrong({ id: "x", name: "report/made-up", data: {} })).rejects.toThrow(
    '"report/made-up" is not a job event',
  );
  await expect(wrong({ ...requested("a"), data: { workspaceId: "w1" } })).rejects.toThrow("executionId");
  await expect(wrong({ ...requested("a"), id: "" })).rejects.toThrow("needs an id");
  expect(await stored()).toEqual([]);
});

test("without a worker the engine is not alive", async () => {
  expect(await engineHealth(pool, new Date())).toEqual({
    alive: false,
    workers: 0,
    workerSeenMsAgo: null,
    oldestDueTaskMs: null,
    oldestUnroutedEventMs: null,
  });
});

test("a worker is alive while its heart beats, and gone when it stopped", async () => {
  const heartbeat = await startHeartbeat(pool, { id: "w", host: "here", pid: 1 }, () => {});
  const { rows } = await pool.query("select seen_at from job_workers");
  const seenAt: number = rows[0].seen_at.getTime();
  expect(await engineHealth(pool, new Date(seenAt + 14_000))).toMatchObject({
    alive: true,
    workers: 1,
    workerSeenMsAgo: 14_000,
  });
  expect(await engineHealth(pool, new Date(seenAt + 16_000))).toMatchObject({
    alive: false,
    workerSeenMsAgo: 16_000,
  });
  await heartbeat.stop();
  expect(await engineHealth(pool, new Date(seenAt))).toMatchObject({ alive: false, workerSeenMsAgo: null });
});

test("health tells how long work has been waiting", async () => {
  const now = new Date("2025-06-01T12:00:00Z");
  await pool.query(
    `with run as (insert into job_runs (id, function_id, events) values ('r', 'f', '[]') returning id)
     insert into job_tasks (run_id, kind, step_id, due_at, locked_until)
     select id, 'call', step, due::timestamptz, locked::timestamptz from run, (values
       ('held', '2025-06-01T11:00:00Z', '2025-06-01T12:00:05Z'),
       ('due', '2025-06-01T11:59:30Z', null),
       ('later', '2025-06-01T12:30:00Z', null)) as t(step, due, locked)`,
  );
  await pool.query(
    `insert into job_events (id, name, data, ts, created_at, routed_at) values
       ('waiting', 'n', '{}', now(), '2025-06-01T11:58:00Z', null),
       ('routed', 'n', '{}', now(), '2025-06-01T11:00:00Z', now())`,
  );
  expect(await engineHealth(pool, now)).toMatchObject({
    oldestDueTaskMs: 30_000,
    oldestUnroutedEventMs: 120_000,
  });
});
