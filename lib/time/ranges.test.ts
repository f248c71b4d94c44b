import { describe, expect, it } from "vitest";
import { comparisonRange, type RelativeRange, RangeChoice, resolveRange } from "./ranges";

const resolve = (name: RelativeRange, now: string, zone = "Europe/Berlin") =>
  resolveRange({ kind: "relative", name }, new Date(now), zone);

describe("resolveRange", () => {
  it("counts today into the last days", () => {
    expect(resolve("last_7_days", "2026-11-20T08:00:00Z")).toEqual({ from: "2026-11-14", to: "2026-11-21" });
  });
  it("takes the day of the zone, not of UTC", () => {
    expect(resolve("last_7_days", "2026-11-20T23:30:00Z").to).toBe("2026-11-22");
    expect(resolve("last_7_days", "2026-11-20T23:30:00Z", "America/New_York").to).toBe("2026-11-21");
  });
  it("ends full periods before the present one", () => {
    expect(resolve("last_full_month", "2026-03-31T10:00:00Z")).toEqual({
      from: "2026-02-01",
      to: "2026-03-01",
    });
    expect(resolve("last_full_quarter", "2026-02-10T10:00:00Z")).toEqual({
      from: "2025-10-01",
      to: "2026-01-01",
    });
    expect(resolve("last_12_full_months", "2026-11-20T08:00:00Z")).toEqual({
      from: "2025-11-01",
      to: "2026-11-01",
    });
  });
  it("includes the last day of an absolute range", () => {
    const choice = { kind: "absolute", from: "2026-10-01", to: "2026-10-31" } as const;
    expect(resolveRange(choice, new Date(0), "UTC")).toEqual({ from: "2026-10-01", to: "2026-11-01" });
  });
  it("refuses a range that ends before it begins", () => {
    expect(RangeChoice.safeParse({ kind: "absolute", from: "2026-10-02", to: "2026-10-01" }).success).toBe(
      false,
    );
  });
});

describe("comparisonRange", () => {
  it("compares whole months with whole months", () => {
    expect(comparisonRange({ from: "2026-10-01", to: "2026-11-01" }, "previous_period")).toEqual({
      from: "2026-09-01",
      to: "2026-10-01",
    });
  });
  it("compares days with as many days", () => {
    expect(comparisonRange({ from: "2026-11-14", to: "2026-11-21" }, "previous_period")).toEqual({
      from: "2026-11-07",
      to: "2026-11-14",
    });
  });
  it("compares a leap day's year with the year before", () => {
    expect(comparisonRange({ from: "2024-02-29", to: "2024-03-01" }, "previous_year")).toEqual({
      from: "2023-02-28",
      to: "2023-03-01",
    });
  });
});
