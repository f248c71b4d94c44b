/** The worker as a process: it takes what verbs enqueue, shows that it lives, and leaves in order. */
import { randomUUID } from "node:crypto";
import { Pool } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withoutWorkspace } from "@/lib/db";
import { engineHealth, enqueue } from "@/lib/jobs";
import { Journal } from "./embedded/testing/journal";
import { startProcess, type WorkerHandle } from "./embedded/testing/worker-handle";

const journalUrl = process.env.TEST_OWNER_URL ?? "";
const journal = new Journal(journalUrl, 30_000);
const pool = new Pool({ connectionString: process.env.APP_DATABASE_URL });

beforeAll(() => journal.create());

afterAll(async () => {
  await pool.end();
  await journal.close();
});

async function start(): Promise<WorkerHandle> {
  const worker = startProcess(new URL("./embedded/testing/product-worker.ts", import.meta.url), [journalUrl]);
  await worker.printed("The worker started.");
  return worker;
}

const isAlive = async () => (await engineHealth(pool, new Date())).alive;

test("what a verb enqueued is done, and SIGTERM ends the worker in order", async () => {
  const deliveryId = randomUUID();
  await withoutWorkspace((tx) =>
    enqueue(tx, [
      {
        id: `delivery:${deliveryId}`,
        name: "report/delivery.requested",
        data: { workspaceId: "w1", deliveryId },
      },
    ]),
  );
  const worker = await start();
  await journal.waitFor(deliveryId, "delivered");
  expect(await isAlive()).toBe(true);
  worker.signal("SIGTERM");
  await worker.printed("The worker stopped.");
  expect(await worker.exited).toBe(0);
  expect(await isAlive()).toBe(false);
});

test("a worker ends when its launcher is gone", async () => {
  const worker = await start();
  worker.disconnect();
  await worker.printed('"reason":"disconnect"');
  expect(await worker.exited).toBe(0);
  expect(await isAlive()).toBe(false);
});
