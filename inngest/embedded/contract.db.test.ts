/**
 * What functions may rely on. The same tests hold against a real Inngest server: start its dev server and set
 * BROADSHEET_TEST_INNGEST_URL to its address.
 */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CRON } from "./testing/contract-functions";
import { type ContractTarget, startTarget } from "./testing/contract-target";
import { Journal } from "./testing/journal";

const serverUrl = process.env.BROADSHEET_TEST_INNGEST_URL;
/** A server waits longer between attempts than our test options do, and ticks when the minute is full. */
const PATIENCE_MS = serverUrl === undefined ? 20_000 : 150_000;
const LIMIT_MS = PATIENCE_MS + 10_000;

const journal = new Journal(process.env.TEST_OWNER_URL ?? "", PATIENCE_MS);
let target: ContractTarget;

beforeAll(async () => {
  await journal.create();
  target = await startTarget({ serverUrl, databaseUrl: process.env.APP_DATABASE_URL ?? "", journal });
});

afterAll(async () => {
  await target.stop();
  await journal.close();
});

async function send(name: string, data: Record<string, unknown> = {}, id?: string): Promise<string> {
  const caseId = typeof data.case === "string" ? data.case : randomUUID();
  await target.client.send({ name, data: { ...data, case: caseId }, ...(id ? { id } : {}) });
  return caseId;
}

function kinds(entries: { what: string }[]): string[] {
  return entries.map(({ what }) => what);
}

test("steps run in order, once each, and pass their results on", { timeout: LIMIT_MS }, async () => {
  const id = await send("test/sequence", { n: 41 });
  const [third] = await journal.waitFor(id, "third");
  expect(third?.detail).toEqual({ n: 41, second: 42 });
  expect(kinds(await journal.read(id))).toEqual(["first", "second", "third"]);
});

test("parallel steps run at the same time, and are joined once", { timeout: LIMIT_MS }, async () => {
  const id = await send("test/parallel");
  const joined = await journal.waitFor(id, "joined");
  expect(joined[0]?.detail).toEqual({ names: ["a", "b", "c", "d"] });
  expect(kinds(await journal.read(id))).toEqual([...Array(4).fill("started"), "joined"]);
});

test("a sleep ends after its time, with the steps before it remembered", { timeout: LIMIT_MS }, async () => {
  const id = await send("test/sleep");
  await journal.waitFor(id, "after");
  const [before, after, ...others] = await journal.read(id);
  expect(others).toEqual([]);
  expect(Number(after?.at) - Number(before?.at)).toBeGreaterThanOrEqual(1_000);
});

test("a sleep until an instant ends after it", { timeout: LIMIT_MS }, async () => {
  const until = new Date(Date.now() + 800);
  const id = await send("test/sleep", { until: until.toISOString() });
  const [after] = await journal.waitFor(id, "after");
  expect(Number(after?.at)).toBeGreaterThanOrEqual(until.getTime());
  expect(kinds(await journal.read(id))).toEqual(["before", "after"]);
});

test("a step beside a sleep runs at once, and both are joined", { timeout: LIMIT_MS }, async () => {
  const id = await send("test/mixed");
  const [joined] = await journal.waitFor(id, "joined");
  expect(joined?.detail).toEqual({ value: 7 });
  expect(kinds(await journal.read(id))).toEqual(["worked", "joined"]);
});

test("step.sendEvent starts other functions", { timeout: LIMIT_MS }, async () => {
  const id = await send("test/send");
  const leaves = await journal.waitFor(id, "leaf", 2);
  expect(leaves.map(({ detail }) => detail.n).sort()).toEqual([1, 2]);
});

test("a failing step is tried again; finished steps are not", { timeout: LIMIT_MS }, async () => {
  const id = await send("test/flaky");
  await journal.waitFor(id, "done");
  const entries = await journal.read(id);
  expect(kinds(entries)).toEqual(["before", "try", "try", "try", "done"]);
  expect(entries.filter(({ what }) => what === "try").map(({ detail }) => detail.attempt)).toEqual([0, 1, 2]);
});

test("retry-after decides when the next attempt comes", { timeout: LIMIT_MS }, async () => {
  const id = await send("test/later");
  const [first, second] = await journal.waitFor(id, "try", 2);
  expect(second?.detail).toEqual({ attempt: 1 });
  expect(Number(second?.at) - Number(first?.at)).toBeGreaterThanOrEqual(1_900);
});

test("after the last attempt onFailure runs with the error and the first event", {
  timeout: LIMIT_MS,
}, async () => {
  const id = await send("test/doomed");
  const [failure] = await journal.waitFor(id, "onFailure");
  expect(failure?.detail).toEqual({ message: "always", name: "test/doomed" });
  expect(kinds(await journal.read(id))).toEqual(["try", "try", "onFailure"]);
});

test("a NonRetriableError is not tried again", { timeout: LIMIT_MS }, async () => {
  const id = await send("test/doomed", { fatal: true });
  const [failure] = await journal.waitFor(id, "onFailure");
  expect(failure?.detail).toEqual({ message: "never", name: "test/doomed" });
  expect(kinds(await journal.read(id))).toEqual(["try", "onFailure"]);
});

test("the error of a failed step can be caught, and the run goes on", { timeout: LIMIT_MS }, async () => {
  const id = await send("test/forgiving");
  const [after] = await journal.waitFor(id, "after");
  expect(after?.detail).toEqual({ outcome: "forgiven" });
  expect(kinds(await journal.read(id))).toEqual(["try", "after"]);
});

test("concurrency holds back runs of one key, not of another", { timeout: LIMIT_MS }, async () => {
  const id = randomUUID();
  const accounts = ["a", "a", "a", "a", "a", "b", "b"];
  await target.client.send(
    accounts.map((account) => ({ name: "test/limited", data: { case: id, account } })),
  );
  // Both keys are full while nobody has left: the other three had their chance and were held back.
  await journal.waitFor(id, "enter", 4);
  expect((await journal.read(id)).map(({ detail }) => detail.account).sort()).toEqual(["a", "a", "b", "b"]);
  await journal.openGate(`${id}/open`);
  await journal.waitFor(id, "leave", accounts.length);
  const inside = { a: 0, b: 0 };
  for (const { what, detail } of await journal.read(id)) {
    const account = detail.account as "a" | "b";
    inside[account] += what === "enter" ? 1 : -1;
    expect(inside[account]).toBeLessThanOrEqual(2);
  }
});

test("idempotency runs a key once", { timeout: LIMIT_MS }, async () => {
  const id = randomUUID();
  const key = randomUUID();
  for (const value of [key, key, `${key}-other`]) await send("test/once", { case: id, key: value });
  const entries = await journal.waitFor(id, "once", 2);
  expect(entries.map(({ detail }) => detail.key).sort()).toEqual([key, `${key}-other`]);
  await expectRuns(id, "once", 2);
});

test("an event id counts once", { timeout: LIMIT_MS }, async () => {
  const id = randomUUID();
  for (const eventId of [id, id, `${id}-other`]) await send("test/leaf", { case: id, n: 1 }, eventId);
  await journal.waitFor(id, "leaf", 2);
  await expectRuns(id, "leaf", 2);
});

test("a cron starts its function when its minute comes", { timeout: LIMIT_MS }, async () => {
  if (target.kind === "server") {
    const [tick] = await journal.waitFor("clock", "tick");
    expect(tick?.detail.cron).toBe(CRON);
    return;
  }
  // A minute of the past is a minute that has come: nobody waits for a real one.
  const minute = new Date("2025-06-03T07:15:00Z");
  const overdue = "update job_crons set next_at = $1 where cron = $2";
  await journal.query(overdue, [minute, CRON]);
  const ticks = () =>
    journal.waitUntil("the tick", async () => {
      const entries = await journal.read("clock", "tick");
      const found = entries.filter(({ detail }) => detail.ts === minute.getTime());
      return found.length > 0 ? found : null;
    });
  expect((await ticks())[0]?.detail.cron).toBe(CRON);
  const nextIsAhead = async () => {
    const [row] = await journal.query("select next_at > now() as ahead from job_crons where cron = $1", [
      CRON,
    ]);
    return row?.ahead === true;
  };
  await journal.waitUntil("the next minute to be written", nextIsAhead);

  // The same minute again, as two workers would tick it, starts nothing.
  await journal.query(overdue, [minute, CRON]);
  await journal.waitUntil("the next minute to be written", nextIsAhead);
  expect(await ticks()).toHaveLength(1);
  const runs = await journal.query("select 1 from job_runs where (events -> 0 ->> 'ts')::int8 = $1", [
    minute.getTime(),
  ]);
  expect(runs).toHaveLength(1);
});

/** Runs exist from the moment an event is routed, so with our engine a run too many is seen before it acts. */
async function expectRuns(caseId: string, functionId: string, count: number): Promise<void> {
  expect(await journal.read(caseId)).toHaveLength(count);
  if (target.kind === "server") return;
  const runs = await journal.query(
    "select 1 from job_runs where function_id = $1 and events -> 0 -> 'data' ->> 'case' = $2",
    [`contract-${functionId}`, caseId],
  );
  expect(runs).toHaveLength(count);
}
