import { describe, expect, it } from "vitest";
import { type Flights, joinFlight } from "@/lib/queries/single-flight";

function setUp() {
  const flights: Flights<string> = new Map();
  const runs: { signal: AbortSignal; finish(value: string): void; fail(error: Error): void }[] = [];
  const join = (signal?: AbortSignal) =>
    joinFlight(
      flights,
      "key",
      signal,
      (own) =>
        new Promise<string>((finish, fail) => {
          runs.push({ signal: own, finish, fail });
        }),
    );
  return { flights, runs, join };
}

describe("joinFlight", () => {
  it("works once for everybody who waits, and anew afterwards", async () => {
    const { runs, join } = setUp();
    const first = join();
    const second = join();
    expect([first.joined, second.joined, runs.length]).toEqual([false, true, 1]);
    runs[0]?.finish("answer");
    expect(await Promise.all([first.promise, second.promise])).toEqual(["answer", "answer"]);
    expect(join().joined).toBe(false);
  });

  it("one who leaves does not disturb the others", async () => {
    const { runs, join } = setUp();
    const leaver = new AbortController();
    const left = join(leaver.signal).promise;
    const stayed = join().promise;
    leaver.abort();
    await expect(left).rejects.toMatchObject({ code: "cancelled" });
    expect(runs[0]?.signal.aborted).toBe(false);
    runs[0]?.finish("answer");
    expect(await stayed).toBe("answer");
  });

  it("stops the work when the last one leaves, and never hands out stopped work", async () => {
    const { runs, join } = setUp();
    const leavers = [new AbortController(), new AbortController()];
    const waits = leavers.map((leaver) => join(leaver.signal).promise);
    for (const leaver of leavers) leaver.abort();
    for (const wait of waits) await expect(wait).rejects.toMatchObject({ code: "cancelled" });
    expect(runs[0]?.signal.aborted).toBe(true);
    const next = join();
    expect(next.joined).toBe(false);
    runs[0]?.fail(new Error("stopped"));
    runs[1]?.finish("fresh");
    expect(await next.promise).toBe("fresh");
  });

  it("counts one who had left before asking", async () => {
    const { runs, join } = setUp();
    await expect(join(AbortSignal.abort()).promise).rejects.toMatchObject({ code: "cancelled" });
    expect(runs[0]?.signal.aborted).toBe(true);
  });

  it("a failure reaches everybody", async () => {
    const { runs, join } = setUp();
    const waits = [join().promise, join().promise];
    runs[0]?.fail(new Error("broken"));
    for (const wait of waits) await expect(wait).rejects.toThrow("broken");
  });

  it("thirty figures of one request wait without Node taking them for a leak", async () => {
    const { runs, join } = setUp();
    const warnings: Error[] = [];
    const onWarning = (warning: Error) => warnings.push(warning);
    process.on("warning", onWarning);
    const request = new AbortController();
    const all = Array.from({ length: 30 }, () => join(request.signal).promise);
    // Warnings are told in a tick of their own.
    await new Promise((resolve) => setImmediate(resolve));
    process.off("warning", onWarning);
    expect(warnings).toEqual([]);
    request.abort();
    const left = await Promise.allSettled(all);
    expect(left.every(({ status }) => status === "rejected")).toBe(true);
    expect(runs[0]?.signal.aborted).toBe(true);
  });
});
