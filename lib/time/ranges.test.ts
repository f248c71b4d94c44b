import { describe, expect, it } from "vitest";
import { RangeChoice } from "./range-choice";
import { comparisonRange, RANGE_LABELS, RELATIVE_RANGES, type RelativeRange, resolveRange } from "./ranges";

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
  it.each<[RelativeRange, string, string]>([
    ["today", "2026-11-20", "2026-11-21"],
    ["yesterday", "2026-11-19", "2026-11-20"],
    ["this_week", "2026-11-16", "2026-11-21"],
    ["last_full_week", "2026-11-09", "2026-11-16"],
    ["month_to_date", "2026-11-01", "2026-11-21"],
    ["quarter_to_date", "2026-10-01", "2026-11-21"],
    ["year_to_date", "2026-01-01", "2026-11-21"],
    ["this_month", "2026-11-01", "2026-12-01"],
    ["this_quarter", "2026-10-01", "2027-01-01"],
    ["this_year", "2026-01-01", "2027-01-01"],
    ["last_full_year", "2025-01-01", "2026-01-01"],
    ["next_7_days", "2026-11-21", "2026-11-28"],
    ["next_30_days", "2026-11-21", "2026-12-21"],
    ["all_time", "1970-01-01", "2026-11-21"],
  ])("%s on a Friday is %s to before %s", (name, from, to) => {
    expect(resolve(name, "2026-11-20T08:00:00Z")).toEqual({ from, to });
  });
  it.each([
    [1, "2026-11-16"],
    [5, "2026-11-20"],
    [6, "2026-11-14"],
    [7, "2026-11-15"],
  ])("begins the week of a Friday on weekday %i at %s", (weekStartsOn, from) => {
    const now = new Date("2026-11-20T08:00:00Z");
    expect(resolveRange({ kind: "relative", name: "this_week" }, now, "UTC", weekStartsOn).from).toBe(from);
    expect(resolveRange({ kind: "relative", name: "last_full_week" }, now, "UTC", weekStartsOn).to).toBe(
      from,
    );
  });
  it("has words for every name, and every name is a range with at least a day", () => {
    expect(Object.keys(RANGE_LABELS).toSorted()).toEqual([...RELATIVE_RANGES].toSorted());
    for (const name of RELATIVE_RANGES) {
      const range = resolve(name, "2026-01-01T10:00:00Z");
      expect(range.from < range.to, name).toBe(true);
    }
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

  it.each<[RelativeRange, string, string, string]>([
    ["month_to_date", "2026-11-20", "2026-10-01", "2026-10-21"],
    ["month_to_date", "2026-03-30", "2026-02-01", "2026-03-01"],
    ["month_to_date", "2026-11-30", "2026-10-01", "2026-11-01"],
    ["quarter_to_date", "2026-11-20", "2026-07-01", "2026-08-21"],
    ["quarter_to_date", "2026-10-31", "2026-07-01", "2026-08-01"],
    ["year_to_date", "2026-11-20", "2025-01-01", "2025-11-21"],
    ["year_to_date", "2026-01-10", "2025-01-01", "2025-01-11"],
    ["this_week", "2026-11-18", "2026-11-09", "2026-11-12"],
    ["last_full_week", "2026-11-18", "2026-11-02", "2026-11-09"],
    ["last_full_year", "2026-11-18", "2024-01-01", "2025-01-01"],
    ["last_7_days", "2026-06-07", "2026-05-25", "2026-06-01"],
    ["today", "2026-11-01", "2026-10-31", "2026-11-01"],
  ])("compares %s of %s with %s to before %s", (name, day, from, to) => {
    const choice = { kind: "relative", name } as const;
    const range = resolveRange(choice, new Date(`${day}T10:00:00Z`), "UTC");
    expect(comparisonRange(range, "previous_period", choice)).toEqual({ from, to });
  });
  it.each([
    ["2026-11-01", "2026-11-21", "2026-10-01", "2026-10-21"],
    ["2026-10-01", "2026-11-21", "2026-07-01", "2026-08-21"],
    ["2026-01-01", "2026-11-21", "2025-01-01", "2025-11-21"],
    ["2026-08-01", "2026-11-21", "2026-04-11", "2026-08-01"],
  ])("compares the fixed days from %s to before %s like the period they begin", (from, to, before, end) => {
    expect(comparisonRange({ from, to }, "previous_period")).toEqual({ from: before, to: end });
  });
});
