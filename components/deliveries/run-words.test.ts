import { describe, expect, it } from "vitest";
import { ExecutionState, type ExecutionSummary } from "@/lib/executions/schemas";
import { dueAt, isUnderWay, progressOf, RUN_FILTERS, runName, tookText } from "./run-words";

const run = (overrides: Partial<ExecutionSummary> = {}): ExecutionSummary => ({
  id: "1",
  publicId: "exec_1",
  reportId: "r",
  reportName: "Clinic operations",
  scheduleId: "s",
  scheduleName: "Monthly",
  trigger: "SCHEDULE",
  state: "COMPLETED",
  stateReason: null,
  progress: 100,
  scheduledFor: "2026-11-23T06:30:00.000Z",
  createdAt: "2026-11-23T06:30:02.000Z",
  startedAt: "2026-11-23T06:30:03.000Z",
  finishedAt: "2026-11-23T06:31:15.000Z",
  rows: 41_208,
  deliveries: { total: 87, done: 87, failed: 0 },
  ...overrides,
});

describe("runs in words", () => {
  it("every state is found under exactly one filter", () => {
    const { attention, open, done } = RUN_FILTERS;
    expect([...attention.states, ...open.states, ...done.states].toSorted()).toEqual(
      ExecutionState.options.toSorted(),
    );
  });

  it("polling goes on while a run is under way, and no longer", () => {
    const polled = ExecutionState.options.filter((state) => isUnderWay({ state }));
    expect(polled).toEqual(["PENDING", "RUNNING"]);
  });

  it("a run is due at its scheduled time, and one by hand when it was asked for", () => {
    expect(dueAt(run())).toBe("2026-11-23T06:30:00.000Z");
    expect(dueAt(run({ scheduledFor: null }))).toBe("2026-11-23T06:30:02.000Z");
  });

  it("it took the time from start to end", () => {
    expect(tookText(run(), "en-GB")).toBe("1\u00a0min 12\u00a0s");
    expect(tookText(run({ finishedAt: null }), "en-GB")).toBe("–");
    expect(tookText(run({ startedAt: null }), "en-GB")).toBe("–");
  });

  it("it is called after its schedule, or after its report when that is gone", () => {
    expect(runName(run())).toBe("Monthly");
    expect(runName(run({ scheduleName: null }))).toBe("Clinic operations");
  });

  it("its bar shows the preparation first, then the mails", () => {
    const preparing = run({ state: "RUNNING", progress: 40, deliveries: { total: 0, done: 0, failed: 0 } });
    expect(progressOf(preparing)).toMatchObject({ value: 40, max: 100, text: "40 %" });
    const sending = run({ state: "RUNNING", deliveries: { total: 87, done: 12, failed: 0 } });
    expect(progressOf(sending)).toMatchObject({ value: 12, max: 87, text: "12 of 87", tone: "accent" });
    expect(progressOf(run())).toMatchObject({ text: "87 of 87", tone: "good" });
    const partly = run({ state: "PARTIAL", deliveries: { total: 87, done: 84, failed: 2 } });
    expect(progressOf(partly)).toMatchObject({ text: "84 of 87", tone: "warn" });
    expect(progressOf(run({ state: "HELD", deliveries: { total: 0, done: 0, failed: 0 } }))).toBeNull();
  });
});
