/**
 * What the job engine costs: runs of a function with three steps, against the SQL statements alone that such a
 * run needs. Uses the job tables of the database in the environment, and removes its rows again.
 */
import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import { createEmbeddedClient } from "@/inngest/embedded/client";
import { createJobsPool, transaction } from "@/inngest/embedded/database";
import { startEngine } from "@/inngest/embedded/engine";
import { insertEvents } from "@/inngest/embedded/intake";
import { completeRun, createRuns, loadRun, lockHeldRun } from "@/inngest/embedded/runs";
import { memoiseStep } from "@/inngest/embedded/steps";
import { claimTasks, type Lease } from "@/inngest/embedded/tasks";
import { env } from "@/lib/env";
import { engineHealth } from "@/lib/jobs";
import type { BenchResult } from "./types";
import { median } from "./clock";

const APP = "bench";
const FUNCTION_ID = `${APP}-three-steps`;
const EVENT = "bench/three-steps";
const SLOTS = 8;
const RUNS_PER_ROUND = 200;
const ROUNDS = 5;
const SINGLE_EVENTS = 20;

export default async function bench(): Promise<BenchResult[]> {
  const databaseUrl = env().appDatabaseUrl;
  const pool = createJobsPool(databaseUrl, { max: SLOTS + 4, onError: () => {} });
  try {
    if ((await engineHealth(pool, new Date())).alive) {
      throw new Error("A worker runs on this database and would take part. Stop it, then measure again.");
    }
    const statements: number[] = [];
    const engine: number[] = [];
    const delays: number[] = [];
    // Taken in turns, so that a busy moment of the machine weighs on both. The first round warms up.
    for (let round = 0; round <= ROUNDS; round++) {
      const statementsMs = await timed(pool, () => runStatements(pool));
      const { engineMs, delayMs } = await runEngine(pool, databaseUrl);
      if (round === 0) continue;
      statements.push(statementsMs);
      engine.push(engineMs);
      delays.push(delayMs);
    }
    return describe(median(statements), median(engine), median(delays));
  } finally {
    await deleteRows(pool);
    await pool.end();
  }
}

function describe(statementsMs: number, engineMs: number, delayMs: number): BenchResult[] {
  return [
    { name: "engine: three-step runs", value: RUNS_PER_ROUND / (engineMs / 1000), unit: "runs/s" },
    {
      name: "engine: time per three-step run",
      value: engineMs / RUNS_PER_ROUND,
      unit: "ms",
      reference: "the same SQL statements without engine and SDK",
      ratio: engineMs / statementsMs,
    },
    {
      name: "engine: extra time per three-step run",
      value: (engineMs - statementsMs) / RUNS_PER_ROUND,
      unit: "ms",
    },
    { name: "engine: from an event to its function, idle", value: delayMs, unit: "ms" },
  ];
}

async function timed(pool: Pool, work: () => Promise<void>): Promise<number> {
  await deleteRows(pool);
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/** One round with a fresh engine: many runs at once, then single events with nothing else to do. */
async function runEngine(pool: Pool, databaseUrl: string): Promise<{ engineMs: number; delayMs: number }> {
  const { client, transport } = createEmbeddedClient({ id: APP, pool: () => pool });
  let onStart = () => {};
  const threeSteps = client.createFunction(
    { id: "three-steps", triggers: { event: EVENT } },
    async ({ step }) => {
      onStart();
      const one = await step.run("one", () => 1);
      const two = await step.run("two", () => one + 1);
      return step.run("three", () => two + 1);
    },
  );
  const options = { slots: SLOTS };
  const engine = await startEngine({ client, transport, functions: [threeSteps], databaseUrl, options });
  try {
    const engineMs = await timed(pool, async () => {
      await insertEvents(pool, newEvents(RUNS_PER_ROUND));
      await completed(pool, RUNS_PER_ROUND);
    });
    const delays: number[] = [];
    for (let n = 1; n <= SINGLE_EVENTS; n++) {
      const started = new Promise<void>((resolve) => {
        onStart = resolve;
      });
      const sentAt = performance.now();
      await insertEvents(pool, newEvents(1));
      await started;
      delays.push(performance.now() - sentAt);
      await completed(pool, RUNS_PER_ROUND + n);
    }
    return { engineMs, delayMs: median(delays) };
  } finally {
    await engine.stop();
  }
}

/** Waits until so many runs are completed. */
async function completed(pool: Pool, count: number): Promise<void> {
  for (;;) {
    const { rows } = await pool.query(
      "select count(*)::int as n from job_runs where function_id = $1 and state = 'COMPLETED'",
      [FUNCTION_ID],
    );
    if (rows[0]?.n >= count) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

function newEvents(count: number) {
  return Array.from({ length: count }, (_, n) => ({ id: randomUUID(), name: EVENT, data: { n } }));
}

/** Everything the engine asks of the database for these runs, as parallel as the engine does it. */
async function runStatements(pool: Pool): Promise<void> {
  const events = newEvents(RUNS_PER_ROUND);
  await insertEvents(pool, events);
  const definition = {
    id: FUNCTION_ID,
    events: [],
    crons: [],
    concurrency: [],
    idempotency: null,
    maxAttempts: 1,
  };
  await transaction(pool, async (tx) => {
    await createRuns(
      tx,
      events.map((event) => ({ definition, event: { ...event, ts: 0 }, idempotencyKey: event.id })),
    );
    await tx.query("update job_events set routed_at = now() where id = any($1)", [
      events.map(({ id }) => id),
    ]);
  });
  const lane = async () => {
    for (;;) {
      const [lease] = await claimTasks(pool, { workerId: "bench", slots: 1, leaseMs: 60_000 });
      if (lease === undefined) return;
      await runOnce(pool, lease);
    }
  };
  await Promise.all(Array.from({ length: SLOTS }, lane));
}

async function runOnce(pool: Pool, lease: Lease): Promise<void> {
  await loadRun(pool, lease.runId);
  for (const id of ["one", "two", "three"]) {
    await transaction(pool, async (tx) => {
      await lockHeldRun(tx, lease);
      await memoiseStep(tx, lease.runId, { id, op: "StepRun", name: id }, { data: 1 });
    });
  }
  await transaction(pool, async (tx) => {
    await lockHeldRun(tx, lease);
    await completeRun(tx, lease.runId, 3);
  });
}

async function deleteRows(pool: Pool): Promise<void> {
  await pool.query("delete from job_runs where function_id = $1", [FUNCTION_ID]);
  await pool.query("delete from job_events where name = $1", [EVENT]);
}
