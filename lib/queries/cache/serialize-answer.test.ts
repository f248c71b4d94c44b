import { describe, expect, it } from "vitest";
import { type Answer, serializeAnswer } from "@/lib/queries/cache/serialize-answer";

const answer = (count: number, changes: Partial<Answer> = {}): Answer => ({
  columns: [
    { name: "n", type: "number", role: "measure" },
    { name: "wörd", type: "text", role: "dimension" },
  ],
  rows: Array.from({ length: count }, (_, n) => [n, n % 7 === 0 ? null : `“${n}”\n`]),
  truncated: false,
  durationMs: 12,
  asOf: "2026-11-20T08:00:00.000Z",
  ...changes,
});

describe("serializeAnswer", () => {
  it.each([0, 1, 499, 500, 501, 1700])("is the answer as JSON, with %i rows", async (count) => {
    const given = answer(count);
    const { json, bytes, checksum } = await serializeAnswer(given, 1e9);
    expect(JSON.parse(json ?? "")).toEqual({ ...given, checksum });
    expect(bytes).toBe(Buffer.byteLength(json ?? ""));
  });

  it("has one checksum for equal rows, whenever they came", async () => {
    const of = async (given: Answer) => (await serializeAnswer(given, 1e9)).checksum;
    const first = await of(answer(1000));
    expect(await of(answer(1000, { durationMs: 1, asOf: "2026-11-21T08:00:00.000Z" }))).toBe(first);
    const rows = answer(1000).rows;
    rows[999] = [999, "other"];
    expect(await of(answer(1000, { rows }))).not.toBe(first);
    expect(await of(answer(1000, { columns: answer(0).columns.slice(1) }))).not.toBe(first);
  });

  it("keeps no text beyond the limit, and still tells the checksum", async () => {
    const { bytes, checksum } = await serializeAnswer(answer(1700), 1e9);
    expect((await serializeAnswer(answer(1700), bytes)).json).not.toBeNull();
    const cut = await serializeAnswer(answer(1700), bytes - 1);
    expect([cut.json, cut.checksum, cut.bytes]).toEqual([null, checksum, bytes]);
  });
});
