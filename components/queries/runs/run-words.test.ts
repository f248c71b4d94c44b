import { describe, expect, it } from "vitest";
import type { RunDto } from "@/lib/queries/runs/schemas";
import { askerOf, parametersText, questionOf, tookText } from "./run-words";

const run = (changes: Partial<RunDto> = {}): RunDto => ({
  id: "1",
  state: "COMPLETED",
  purpose: "DASHBOARD",
  queryId: "2",
  queryName: "Visits",
  isHiddenQuery: false,
  dataSourceId: "3",
  dataSourceName: "Harbor",
  actorUserId: "4",
  actorName: "Ada",
  parameters: {},
  rows: 3,
  durationMs: 1234,
  fromCache: false,
  checksum: "abc",
  isChanged: false,
  error: null,
  isCancelling: false,
  mayCancel: false,
  createdAt: "2026-11-20T08:00:00.000Z",
  ...changes,
});

describe("a run in words", () => {
  it("names what was asked, or says why there is no name", () => {
    expect(questionOf(run())).toBe("Visits");
    expect(questionOf(run({ queryId: null, queryName: null }))).toBe("Not saved");
    expect(questionOf(run({ queryId: null, queryName: null, isHiddenQuery: true }))).toBe(
      "A query you cannot see",
    );
  });

  it("names who asked", () => {
    expect(askerOf(run())).toBe("Ada");
    expect(askerOf(run({ actorName: "" }))).toBe("Somebody who has left");
    expect(askerOf(run({ actorUserId: null, actorName: null }))).toBe("Broadsheet");
  });

  it("tells how long it took, or takes already", () => {
    const at = Date.parse("2026-11-20T08:01:05.900Z");
    expect(tookText(run(), at, "en-GB")).toBe("1.2\u00a0s");
    expect(tookText(run({ state: "RUNNING", durationMs: null }), at, "en-GB")).toBe("1\u00a0min 5\u00a0s");
    expect(tookText(run({ state: "FAILED", durationMs: null }), at, "en-GB")).toBe("–");
  });

  it("tells the values it was asked with", () => {
    expect(parametersText(run({ parameters: { from: "2026-10-01", clinic: null, list: ["a", ""] } }))).toBe(
      "clinic (empty) · from 2026-10-01 · list a, (empty)",
    );
  });
});
