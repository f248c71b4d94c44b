import { describe, expect, it, vi } from "vitest";
import type { WidgetAnswer, WidgetData } from "@/lib/dashboards/view/schemas";
import { type AskAll, askInBatch, type WidgetBatches } from "./widget-batch";

const dataOf = (summary: string): WidgetData => ({
  model: {
    kind: "table",
    title: "",
    columns: [],
    rows: [],
    totals: null,
    empty: true,
    notices: [],
    summary,
    asOf: "2026-11-20T08:00:00Z",
  },
  asOf: "2026-11-20T08:00:00Z",
  fromCache: false,
  durationMs: 1,
  rows: 0,
  notFiltered: [],
  followsPeriod: true,
  finerBy: null,
});

/** A server whose answers come when the test says so. */
function server() {
  const requests: {
    keys: string[];
    answer: (answer: WidgetAnswer) => void;
    end: (error?: Error) => void;
    signal: AbortSignal;
  }[] = [];
  const ask: AskAll = (keys, answer, signal) =>
    new Promise((resolve, reject) => {
      requests.push({ keys, answer, signal, end: (error) => (error ? reject(error) : resolve()) });
    });
  return { requests, ask };
}

function arrange() {
  const batches: WidgetBatches = new Map();
  const { requests, ask } = server();
  const want = (question: string, key: string, signal = new AbortController().signal) =>
    askInBatch(batches, question, key, ask, signal);
  const sent = () => vi.waitFor(() => expect(requests.length).toBeGreaterThan(0));
  return { requests, want, sent };
}

describe("widgets that ask in one moment", () => {
  it("share a request, and each has its answer as soon as it is there", async () => {
    const { requests, want, sent } = arrange();
    const quick = want("october", "a");
    const slow = want("october", "b");
    const again = want("october", "a");
    const other = want("september", "a");
    await sent();
    expect(requests.map(({ keys }) => keys)).toEqual([["a", "b"], ["a"]]);
    requests[0]?.answer({ key: "a", data: dataOf("first") });
    expect((await quick).model.summary).toBe("first");
    expect(await again).toBe(await quick);
    const error = { code: "query_failed" as const, message: "No such table.", details: {} };
    requests[0]?.answer({ key: "b", error });
    await expect(slow).rejects.toMatchObject({ status: 422, body: error });
    requests[1]?.answer({ key: "a", data: dataOf("other") });
    expect((await other).model.summary).toBe("other");
  });

  it("hear of what keeps the answers away, and of an answer that was cut short", async () => {
    const { requests, want, sent } = arrange();
    const refused = want("october", "a");
    const cut = want("september", "a");
    await sent();
    requests[0]?.end(new Error("refused"));
    await expect(refused).rejects.toThrow("refused");
    requests[1]?.end();
    await expect(cut).rejects.toMatchObject({ status: 0 });
  });

  it("leave one by one; the request is stopped when nobody waits", async () => {
    const { requests, want, sent } = arrange();
    const leavers = [new AbortController(), new AbortController()];
    const asked = leavers.map(({ signal }, index) => want("october", `w${index}`, signal));
    await sent();
    leavers[0]?.abort(new Error("left"));
    await expect(asked[0]).rejects.toThrow("left");
    expect(requests[0]?.signal.aborted).toBe(false);
    leavers[1]?.abort(new Error("left too"));
    await expect(asked[1]).rejects.toThrow("left too");
    expect(requests[0]?.signal.aborted).toBe(true);
  });
});
