import { type Inngest, type InngestFunction, NonRetriableError, RetryAfterError } from "inngest";
import type { Journal } from "./journal";

export const CONTRACT_APP = "contract";
export const CRON = "TZ=Europe/Paris * * * * *";

type CaseData = { case: string; [field: string]: unknown };

/** `case` tells the tests' entries apart; it comes with every event. */
function dataOf(event: { data?: unknown }): CaseData {
  return event.data as CaseData;
}

/** Functions that use everything the engine supports, written with the plain SDK: they know nothing of the engine. */
export function contractFunctions(client: Inngest, journal: Journal): InngestFunction.Any[] {
  return [
    ...flowFunctions(client, journal),
    ...failureFunctions(client, journal),
    ...limitFunctions(client, journal),
    ...crashFunctions(client, journal),
  ];
}

function flowFunctions(client: Inngest, journal: Journal): InngestFunction.Any[] {
  return [
    client.createFunction(
      { id: "sequence", triggers: { event: "test/sequence" } },
      async ({ event, step }) => {
        const { case: id, n } = dataOf(event);
        const first = await step.run("first", async () => {
          await journal.write(id, "first", { n });
          return { value: Number(n) };
        });
        const second = await step.run("second", async () => {
          await journal.write(id, "second", { n });
          return first.value + 1;
        });
        await step.run("third", () => journal.write(id, "third", { n, second }));
        return second;
      },
    ),
    client.createFunction(
      { id: "parallel", triggers: { event: "test/parallel" } },
      async ({ event, step }) => {
        const { case: id } = dataOf(event);
        const branch = (name: string) =>
          step.run(name, async () => {
            await journal.write(id, "started", { name });
            // Passes only when all four run at the same time.
            await journal.waitFor(id, "started", 4);
            return name;
          });
        const names = await Promise.all(["a", "b", "c", "d"].map(branch));
        await step.run("joined", () => journal.write(id, "joined", { names }));
      },
    ),
    client.createFunction({ id: "sleeper", triggers: { event: "test/sleep" } }, async ({ event, step }) => {
      const { case: id, until } = dataOf(event);
      await step.run("before", () => journal.write(id, "before"));
      if (typeof until === "string") await step.sleepUntil("nap", new Date(until));
      else await step.sleep("nap", "1s");
      await step.run("after", () => journal.write(id, "after"));
    }),
    client.createFunction({ id: "mixed", triggers: { event: "test/mixed" } }, async ({ event, step }) => {
      const { case: id } = dataOf(event);
      const [, value] = await Promise.all([
        step.sleep("nap", "1s"),
        step.run("work", async () => {
          await journal.write(id, "worked");
          return 7;
        }),
      ]);
      await step.run("joined", () => journal.write(id, "joined", { value }));
    }),
    client.createFunction({ id: "sender", triggers: { event: "test/send" } }, async ({ event, step }) => {
      const { case: id } = dataOf(event);
      await step.sendEvent("fan-out", [
        { name: "test/leaf", data: { case: id, n: 1 } },
        { name: "test/leaf", data: { case: id, n: 2 } },
      ]);
    }),
    client.createFunction({ id: "leaf", triggers: { event: "test/leaf" } }, async ({ event }) => {
      const { case: id, n } = dataOf(event);
      await journal.write(id, "leaf", { n });
    }),
    client.createFunction(
      { id: "odd-text", triggers: { event: "test/odd-text" } },
      async ({ event, step }) => {
        const { case: id } = dataOf(event);
        const text = await step.run("text", () => "a\0b\uD800c");
        await step.run("after", () => journal.write(id, "after", { length: text.length }));
      },
    ),
    client.createFunction({ id: "waiter", triggers: { event: "test/wait" } }, async ({ step }) => {
      await step.waitForEvent("wait", { event: "test/never", timeout: "1h" });
    }),
    client.createFunction({ id: "clock", triggers: { cron: CRON } }, async ({ event, step }) => {
      await step.run("tick", () => journal.write("clock", "tick", { cron: event.data.cron, ts: event.ts }));
    }),
  ];
}

function failureFunctions(client: Inngest, journal: Journal): InngestFunction.Any[] {
  // Not within the list: its type would hide those of onFailure.
  const doomed = client.createFunction(
    {
      id: "doomed",
      retries: 1,
      triggers: { event: "test/doomed" },
      onFailure: async ({ event, error }) => {
        const original = event.data.event;
        await journal.write(dataOf(original).case, "onFailure", {
          message: error.message,
          name: original.name,
        });
      },
    },
    async ({ event, step }) => {
      const { case: id, fatal } = dataOf(event);
      await step.run("bad", async () => {
        await journal.write(id, "try");
        if (fatal) throw new NonRetriableError("never");
        throw new Error("always");
      });
    },
  );
  return [
    client.createFunction(
      { id: "flaky", retries: 2, triggers: { event: "test/flaky" } },
      async ({ event, step, attempt }) => {
        const { case: id } = dataOf(event);
        await step.run("before", () => journal.write(id, "before"));
        await step.run("flaky", async () => {
          await journal.write(id, "try", { attempt });
          if (attempt < 2) throw new Error("not yet");
        });
        await journal.write(id, "done", { attempt });
      },
    ),
    client.createFunction(
      { id: "later", retries: 1, triggers: { event: "test/later" } },
      async ({ event, attempt }) => {
        const { case: id } = dataOf(event);
        await journal.write(id, "try", { attempt });
        if (attempt === 0) throw new RetryAfterError("come back later", "2s");
      },
    ),
    doomed,
    client.createFunction(
      { id: "forgiving", retries: 0, triggers: { event: "test/forgiving" } },
      async ({ event, step }) => {
        const { case: id } = dataOf(event);
        const outcome = await step
          .run("bad", async () => {
            await journal.write(id, "try");
            throw new Error("forgiven");
          })
          .catch((error: Error) => error.message);
        await step.run("after", () => journal.write(id, "after", { outcome }));
      },
    ),
  ];
}

function limitFunctions(client: Inngest, journal: Journal): InngestFunction.Any[] {
  return [
    client.createFunction(
      {
        id: "limited",
        concurrency: { key: "event.data.account", limit: 2 },
        triggers: { event: "test/limited" },
      },
      async ({ event, step }) => {
        const { case: id, account } = dataOf(event);
        await step.run("work", async () => {
          await journal.write(id, "enter", { account });
          await journal.passGate(`${id}/open`);
          await journal.write(id, "leave", { account });
        });
      },
    ),
    client.createFunction(
      { id: "once", idempotency: "event.data.key", triggers: { event: "test/once" } },
      async ({ event }) => {
        const { case: id, key } = dataOf(event);
        await journal.write(id, "once", { key });
      },
    ),
  ];
}

function crashFunctions(client: Inngest, journal: Journal): InngestFunction.Any[] {
  return [
    client.createFunction({ id: "long", triggers: { event: "test/long" } }, async ({ event, step }) => {
      const { case: id } = dataOf(event);
      await step.run("one", () => journal.write(id, "one"));
      await step.run("two", () => journal.write(id, "two"));
      const pid = await step.run("three", async () => {
        await journal.write(id, "three");
        await journal.passGate(id, `${id}/${process.pid}`);
        await journal.write(id, "three ended");
        return process.pid;
      });
      await step.run("four", () => journal.write(id, "four", { pid }));
      return pid;
    }),
    client.createFunction(
      { id: "announcer", triggers: { event: "test/announce" } },
      async ({ event, step }) => {
        const { case: id } = dataOf(event);
        await step.run("announce", async () => {
          await client.send([{ name: "test/leaf", data: { case: id, n: 1 } }]);
          await client.send([{ name: "test/leaf", data: { case: id, n: 1 } }]);
          await journal.write(id, "announced");
          await journal.passGate(id, `${id}/${process.pid}`);
        });
        await journal.write(id, "done");
      },
    ),
    client.createFunction(
      { id: "deadly", retries: 1, triggers: { event: "test/deadly" } },
      async ({ event, step }) => {
        const { case: id } = dataOf(event);
        await step.run("die", async () => {
          await journal.write(id, "deadly");
          process.kill(process.pid, "SIGKILL");
        });
      },
    ),
    client.createFunction({ id: "shared", triggers: { event: "test/shared" } }, async ({ event, step }) => {
      const { case: id, n } = dataOf(event);
      await step.run("one", async () => {
        await journal.write(id, "one", { n });
        // No worker has slots for all runs, so this passes only when both take part.
        await journal.waitUntil("both workers", async () => {
          const entries = await journal.read(id, "one");
          return new Set(entries.map(({ pid }) => pid)).size === 2;
        });
      });
      await step.run("two", () => journal.write(id, "two", { n }));
      await step.run("three", () => journal.write(id, "three", { n }));
    }),
  ];
}
