import { describe, expect, it } from "vitest";
import type { CartesianModel } from "@/lib/charts/types";
import { dayRangeOf } from "@/lib/charts/zoom-range";

function course(grain: NonNullable<CartesianModel["time"]>["grain"], starts: string[], zone = "UTC") {
  const points = starts.map((start) => ({ label: start, x: Date.parse(start), values: {} }));
  return { time: { grain, zone }, points } as unknown as CartesianModel;
}

describe("a marked period", () => {
  it.each([
    ["year", "2025-01-01", "2026-01-01", "2026-12-31"],
    ["quarter", "2025-10-01", "2026-01-01", "2026-03-31"],
    ["month", "2024-01-01", "2024-02-01", "2024-02-29"],
    ["week", "2026-10-05", "2026-10-12", "2026-10-18"],
    ["day", "2026-10-05", "2026-10-06", "2026-10-06"],
  ] as const)("of a %s ends with the last day of its last one", (grain, first, last, to) => {
    const model = course(grain, [first, last]);
    expect(dayRangeOf(model, 0, 1)).toEqual({ from: first, to });
    expect(dayRangeOf(model, 1, 0)).toEqual({ from: first, to });
  });

  it("of hours is read by the clock of its zone", () => {
    const model = course("hour", ["2026-10-05T22:00:00Z", "2026-10-06T21:00:00Z"], "Europe/Berlin");
    expect(dayRangeOf(model, 0, 1)).toEqual({ from: "2026-10-06", to: "2026-10-06" });
  });

  it("needs an axis of time", () => {
    const { time: _time, ...model } = course("day", ["2026-10-05"]);
    expect(dayRangeOf(model as CartesianModel, 0, 0)).toBeNull();
  });
});
