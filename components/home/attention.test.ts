import { describe, expect, it } from "vitest";
import type { ExecutionSummary } from "@/lib/executions/schemas";
import { needsAttention } from "./attention";

const now = new Date("2026-11-20T09:00:00Z");
const run = (overrides: Partial<ExecutionSummary>): ExecutionSummary => ({
  id: "1",
  publicId: "exec_1",
  reportId: "r",
  reportName: "Report",
  scheduleId: null,
  scheduleName: null,
  trigger: "SCHEDULE",
  state: "COMPLETED",
  stateReason: null,
  progress: 100,
  scheduledFor: null,
  createdAt: "2026-11-19T09:00:00Z",
  startedAt: null,
  finishedAt: null,
  rows: null,
  deliveries: { total: 0, done: 0, failed: 0 },
  ...overrides,
});

describe("needsAttention", () => {
  it("a held run waits until somebody deals with it", () => {
    expect(needsAttention(run({ state: "HELD", createdAt: "2026-01-01T00:00:00Z" }), now)).toBe(true);
  });

  it("a failed one is news for a week", () => {
    expect(needsAttention(run({ state: "FAILED" }), now)).toBe(true);
    expect(needsAttention(run({ state: "PARTIAL" }), now)).toBe(true);
    expect(needsAttention(run({ state: "FAILED", createdAt: "2026-11-13T09:00:00Z" }), now)).toBe(false);
  });

  it("tests and what went well are left alone", () => {
    expect(needsAttention(run({ state: "HELD", trigger: "TEST" }), now)).toBe(false);
    expect(needsAttention(run({ state: "COMPLETED" }), now)).toBe(false);
    expect(needsAttention(run({ state: "RUNNING" }), now)).toBe(false);
  });
});
