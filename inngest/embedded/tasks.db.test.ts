/** Claims and leases on the tables alone, without an engine. */
import { randomUUID } from "node:crypto";
import { Pool } from "pg";
import { afterAll, beforeEach, expect, test } from "vitest";
import { transaction } from "./database";
import type { FunctionDefinition } from "./definitions";
import { createRuns, lockHeldRun } from "./runs";
import { claimTasks, extendLeases, type Lease, releaseTask, retryTask } from "./tasks";

const pool = new Pool({ connectionString: process.env.APP_DATABASE_URL, max: 10 });

beforeEach(() => pool.query("delete from job_runs"));
afterAll(() => pool.end());

async function createTasks(count: number, limits: FunctionDefinition["concurrency"] = []): Promise<void> {
  const definition = {
    id: "app-busy",
    events: [],
    crons: [],
    concurrency: limits,
    idempotency: null,
    maxAttempts: 1,
  };
  await createRuns(
    pool,
    Array.from({ length: count }, (_, n) => ({
      definition,
      event: { id: randomUUID(), name: "test/busy", data: { account: n % 2 === 0 ? "even" : "odd" }, ts: n },
      idempotencyKey: randomUUID(),
    })),
  );
}

function claim(workerId: string, slots = 1): Promise<Lease[]> {
  return claimTasks(pool, { workerId, slots, leaseMs: 60_000 });
}

async function claimOne(workerId: string): Promise<Lease> {
  const [lease] = await claim(workerId);
  if (lease === undefined) throw new Error("Nothing was there to claim.");
  return lease;
}

/** Ages the lease instead of waiting for its end. */
const expireLeases = () => pool.query("update job_tasks set locked_until = now() - interval '1 second'");

const isHeld = (lease: Lease) => transaction(pool, async (tx) => (await lockHeldRun(tx, lease)) !== null);

test("workers that claim at once share the tasks without overlap", async () => {
  await createTasks(30);
  const claims = await Promise.all(Array.from({ length: 8 }, (_, n) => claim(`worker-${n}`, 5)));
  const ids = claims.flat().map(({ taskId }) => taskId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toHaveLength(30);
});

test("workers that claim at once keep the limits together", async () => {
  await createTasks(20, [
    { limit: 7, key: null },
    { limit: 2, key: ["account"] },
  ]);
  const claims = await Promise.all(Array.from({ length: 8 }, (_, n) => claim(`worker-${n}`, 5)));
  expect(claims.flat()).toHaveLength(4);
});

test("a limit counts tasks that are held, and a finished one makes room", async () => {
  await createTasks(3, [{ limit: 1, key: null }]);
  const lease = await claimOne("first");
  expect(await claim("second", 5)).toEqual([]);
  await pool.query("delete from job_tasks where id = $1", [lease.taskId]);
  expect(await claim("second", 5)).toHaveLength(1);
});

test("a task whose holder died is taken over, and that counts as an attempt", async () => {
  await createTasks(1);
  const dead = await claimOne("dead");
  expect(dead.attempt).toBe(0);
  expect(await claim("heir")).toEqual([]);
  await expireLeases();
  const heir = await claimOne("heir");
  expect(heir.attempt).toBe(1);
  expect(await isHeld(dead)).toBe(false);
  expect(await isHeld(heir)).toBe(true);
});

test("a worker that claims its own lost task anew does not hold it twice", async () => {
  await createTasks(1);
  const before = await claimOne("same");
  await expireLeases();
  const after = await claimOne("same");
  expect(after.taskId).toBe(before.taskId);
  expect(await isHeld(before)).toBe(false);
  expect(await isHeld(after)).toBe(true);
});

test("a lease is extended by its holder alone", async () => {
  await createTasks(1);
  const dead = await claimOne("dead");
  await expireLeases();
  const heir = await claimOne("heir");
  await expireLeases();
  await extendLeases(pool, [dead], 60_000);
  expect(await claim("third")).toHaveLength(1);
  expect(await isHeld(heir)).toBe(false);
});

test("a task given back is free at once, and that is no attempt", async () => {
  await createTasks(1);
  await releaseTask(pool, await claimOne("leaving"));
  expect((await claimOne("heir")).attempt).toBe(0);
});

test("a failed task comes back after its wait, as the next attempt", async () => {
  await createTasks(1);
  await retryTask(pool, await claimOne("first"), 3_600_000);
  expect(await claim("second")).toEqual([]);
  await pool.query("update job_tasks set due_at = now() - interval '1 second'");
  expect((await claimOne("second")).attempt).toBe(1);
});
