import { Inngest, type InngestFunction } from "inngest";
import { expect, test } from "vitest";
import { readDefinitions } from "./definitions";
import { EMBEDDED_ORIGIN } from "./protocol";
import { createSdk } from "./sdk";

const signingKey = `signkey-test-${"ab".repeat(32)}`;
const client = new Inngest({
  id: "app",
  isDev: false,
  baseUrl: EMBEDDED_ORIGIN,
  eventKey: "test",
  signingKey,
  aiMetadata: false,
});

/** The SDK passes jitter on, though its types do not have it yet. */
const jittered = { cron: "* * * * *", jitter: "10s" };

type Options = Parameters<typeof client.createFunction>[0];

async function define(options: Partial<Options>) {
  const functions: InngestFunction.Any[] = [
    client.createFunction(
      { id: "report", triggers: [{ event: "report/asked" }], ...options },
      async () => {},
    ),
  ];
  return readDefinitions(await createSdk({ client, functions, signingKey }).discover());
}

test("everything supported is understood", async () => {
  const definitions = await define({
    retries: 5,
    triggers: [{ event: "report/asked" }, { cron: "TZ=Europe/Paris 0 9 * * 1" }],
    concurrency: [{ limit: 10 }, { limit: 2, key: "event.data.workspaceId", scope: "fn" }],
    idempotency: "event.data.executionId",
    onFailure: async () => {},
  });
  expect(definitions.get("app-report")).toEqual({
    id: "app-report",
    events: [{ name: "report/asked", failuresOf: null }],
    crons: [{ source: "TZ=Europe/Paris 0 9 * * 1", pattern: "0 9 * * 1", zone: "Europe/Paris" }],
    concurrency: [
      { limit: 10, key: null },
      { limit: 2, key: ["workspaceId"] },
    ],
    idempotency: ["executionId"],
    maxAttempts: 6,
  });
  expect(definitions.get("app-report-failure")?.events).toEqual([
    { name: "inngest/function.failed", failuresOf: "app-report" },
  ]);
});

test("without retries a function has four attempts, as the SDK documents", async () => {
  expect((await define({})).get("app-report")?.maxAttempts).toBe(4);
});

test.each<[string, Partial<Options>, string]>([
  ["batchEvents", { batchEvents: { maxSize: 10, timeout: "5s" } }, "Handle one event per run"],
  ["rateLimit", { rateLimit: { limit: 1, period: "1m" } }, "Count in the database"],
  ["throttle", { throttle: { limit: 1, period: "1m" } }, "Use concurrency with a key"],
  ["debounce", { debounce: { period: "5s" } }, "Write the newest wish to a row"],
  ["singleton", { singleton: { mode: "skip" } }, "Use concurrency: { limit: 1, key } or idempotency"],
  ["priority", { priority: { run: "event.data.p" } }, "Split urgent work"],
  ["timeouts", { timeouts: { finish: "1h" } }, "Pass an AbortSignal"],
  ["cancelOn", { cancelOn: [{ event: "report/cancelled", match: "data.id" }] }, "Read the state of the row"],
  [
    'the concurrency key "event.data.a + event.data.b"',
    { concurrency: { limit: 1, key: "event.data.a + event.data.b" } },
    "Name one field",
  ],
  ['the idempotency key "event.id"', { idempotency: "event.id" }, "Name one field"],
  [
    'concurrency with the scope "account"',
    { concurrency: { limit: 1, scope: "account", key: '"x"' } },
    "Leave the scope away",
  ],
  ['an "if" on a trigger', { triggers: [{ event: "a/b", if: "event.data.x > 1" }] }, "return early"],
  ['the wildcard event "report/*"', { triggers: [{ event: "report/*" }] }, "List the events"],
  ["jitter on a cron", { triggers: [jittered] }, "step.sleep"],
])("%s is refused by function and option, with what to do", async (what, options, instead) => {
  const refusal = define(options);
  await expect(refusal).rejects.toThrow(
    `The function "app-report" uses ${what}, which the embedded job engine does not support.`,
  );
  await expect(refusal).rejects.toThrow(instead);
});

test("a function nothing starts is refused", async () => {
  await expect(define({ triggers: [] })).rejects.toThrow('The function "app-report" has no trigger');
});

test("a cron that is not one is refused with its function", async () => {
  await expect(define({ triggers: [{ cron: "every day" }] })).rejects.toThrow(
    'The function "app-report": The cron "every day" is not valid',
  );
});

test("all problems are told at once", async () => {
  const refusal = define({ batchEvents: { maxSize: 10, timeout: "5s" }, debounce: { period: "5s" } });
  await expect(refusal).rejects.toThrow(/batchEvents[\s\S]*debounce/);
});
