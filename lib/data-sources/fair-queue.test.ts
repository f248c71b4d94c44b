import { afterEach, describe, expect, it, vi } from "vitest";
import { FairQueue, inFairQueue } from "./fair-queue";

afterEach(() => void vi.useRealTimers());

/** A queue whose questions are answered by hand; `started` lists them in the order in which they were asked. */
function world(limit: number) {
  const queue = new FairQueue(limit);
  const started: string[] = [];
  const answers = new Map<string, () => void>();
  const ask = (name: string, options: { signal?: AbortSignal; waitLimitMs?: number } = {}) =>
    queue.run(
      { owner: name.replace(/\d+$/, ""), sourceName: "Shop", waitLimitMs: 60_000, ...options },
      () =>
        new Promise<string>((resolve) => {
          started.push(name);
          answers.set(name, () => resolve(name));
        }),
    );
  const asked = new Map<string, Promise<string>>();
  const askAll = async (...names: string[]) => {
    for (const name of names) asked.set(name, ask(name));
    await settled();
  };
  const answer = async (name: string) => {
    answers.get(name)?.();
    await asked.get(name);
    await settled();
  };
  return { queue, started, ask, askAll, answer };
}

/** Everything that can happen without an answer has happened. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

describe("a fair queue", () => {
  it("asks at once while there are places, and never more than the limit", async () => {
    const { started, askAll, answer } = world(3);
    await askAll("ada1", "bob1", "cy1", "dan1", "eve1");
    expect(started).toEqual(["ada1", "bob1", "cy1"]);
    await answer("bob1");
    expect(started).toEqual(["ada1", "bob1", "cy1", "dan1"]);
    await answer("dan1");
    expect(started).toEqual(["ada1", "bob1", "cy1", "dan1", "eve1"]);
  });

  it("one heavy user leaves a place to whoever comes next", async () => {
    const { started, askAll } = world(4);
    await askAll(...Array.from({ length: 20 }, (_, index) => `heavy${index}`));
    expect(started).toEqual(["heavy0", "heavy1", "heavy2"]);
    await askAll("ada1");
    expect(started.at(-1)).toBe("ada1");
    expect(started).toHaveLength(4);
  });

  it("gives a free place to the owner with the fewest running, then to whose turn is longest ago", async () => {
    const { started, askAll, answer } = world(3);
    await askAll("ada1", "ada2", "bob1");
    await askAll("ada3", "bob2", "cy1", "dan1");
    expect(started).toEqual(["ada1", "ada2", "bob1"]);
    await answer("bob1");
    // Ada runs two; of the others Cy and Dan had no turn yet, and Cy came first.
    expect(started.at(-1)).toBe("cy1");
    await answer("ada1");
    expect(started.at(-1)).toBe("dan1");
    await answer("cy1");
    expect(started.at(-1)).toBe("bob2");
    await answer("dan1");
    expect(started.at(-1)).toBe("ada3");
  });

  it("everybody's first question comes before anybody's second, however many wait", async () => {
    const { started, askAll, answer } = world(2);
    await askAll("heavy0", ...Array.from({ length: 10 }, (_, index) => `heavy${index + 1}`));
    await askAll("ada1", "bob1", "cy1");
    expect(started).toEqual(["heavy0", "ada1"]);
    await answer("ada1");
    await answer("bob1");
    expect(started).toEqual(["heavy0", "ada1", "bob1", "cy1"]);
    await answer("cy1");
    // The other place stays free for somebody else.
    expect(started).toHaveLength(4);
    await answer("heavy0");
    expect(started.at(-1)).toBe("heavy1");
  });

  it("a source with one connection serves people in turn", async () => {
    const { started, askAll, answer } = world(1);
    await askAll("heavy1", "heavy2", "ada1");
    expect(started).toEqual(["heavy1"]);
    await answer("heavy1");
    expect(started).toEqual(["heavy1", "ada1"]);
    await answer("ada1");
    expect(started).toEqual(["heavy1", "ada1", "heavy2"]);
  });

  it("gives the place back when a question fails", async () => {
    const { queue, started, askAll } = world(1);
    const turn = { owner: "ada", sourceName: "Shop", waitLimitMs: 60_000 };
    await expect(queue.run(turn, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(queue.isIdle).toBe(true);
    await askAll("ada1");
    expect(started).toEqual(["ada1"]);
  });

  it("stops waiting when the reader leaves, also before it began", async () => {
    const { queue, started, ask, askAll, answer } = world(1);
    await askAll("ada1");
    const reader = new AbortController();
    const waiting = ask("bob1", { signal: reader.signal });
    reader.abort();
    await expect(waiting).rejects.toMatchObject({ code: "cancelled" });
    await expect(ask("cy1", { signal: reader.signal })).rejects.toMatchObject({ code: "cancelled" });
    await answer("ada1");
    expect(started).toEqual(["ada1"]);
    expect(queue.isIdle).toBe(true);
  });

  it("does not mind a reader who leaves while the question runs: that is the connector's to stop", async () => {
    const { started, askAll, ask, answer, queue } = world(1);
    const reader = new AbortController();
    void ask("ada1", { signal: reader.signal });
    await askAll("bob1");
    reader.abort();
    await settled();
    expect(started).toEqual(["ada1"]);
    await answer("ada1");
    await settled();
    expect(started).toEqual(["ada1", "bob1"]);
    await answer("bob1");
    expect(queue.isIdle).toBe(true);
  });

  it("says that it waited for a connection, not for an answer", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const { queue, started, ask, askAll, answer } = world(1);
    await askAll("ada1");
    const waiting = ask("bob1", { waitLimitMs: 30_000 });
    vi.advanceTimersByTime(30_000);
    await expect(waiting).rejects.toMatchObject({
      code: "query_timeout",
      message: expect.stringMatching(/waited 30 seconds for a free connection to “Shop” and was not asked/),
    });
    vi.advanceTimersByTime(120_000);
    await answer("ada1");
    expect(started).toEqual(["ada1"]);
    expect(queue.isIdle).toBe(true);
  });

  it("follows a changed limit", async () => {
    const { queue, started, askAll, answer } = world(1);
    await askAll("ada1", "bob1", "cy1", "dan1");
    queue.setLimit(3);
    await settled();
    expect(started).toEqual(["ada1", "bob1", "cy1"]);
    queue.setLimit(1);
    await answer("ada1");
    await answer("bob1");
    expect(started).toHaveLength(3);
    await answer("cy1");
    expect(started.at(-1)).toBe("dan1");
  });
});

describe("the queue of a source", () => {
  it("is one for all who ask the same source, and another for another", async () => {
    const source = { id: "one", name: "Shop", connectionLimit: 1, statementTimeoutMs: 60_000 };
    const started: string[] = [];
    let finish = () => undefined as void;
    const first = inFairQueue(source, { owner: "ada" }, () => {
      started.push("first");
      return new Promise<void>((resolve) => (finish = resolve));
    });
    const note = (name: string) => async () => void started.push(name);
    const second = inFairQueue(source, { owner: "bob" }, note("second"));
    await inFairQueue({ ...source, id: "two" }, { owner: "bob" }, note("elsewhere"));
    expect(started).toEqual(["first", "elsewhere"]);
    finish();
    await Promise.all([first, second]);
    expect(started).toEqual(["first", "elsewhere", "second"]);
  });
});
