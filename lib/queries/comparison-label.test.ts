import { expect, it } from "vitest";
import { comparisonLabel, hasPeriodBefore } from "@/lib/queries/comparison-label";

it.each([
  ["2026-10-01", "2026-11-01", "vs previous month"],
  ["2026-07-01", "2026-10-01", "vs previous quarter"],
  ["2026-08-01", "2026-11-01", "vs previous 3 months"],
  ["2025-01-01", "2026-01-01", "vs previous year"],
  ["2025-11-01", "2026-11-01", "vs previous 12 months"],
  ["2026-10-22", "2026-11-21", "vs previous 30 days"],
  ["2026-11-20", "2026-11-21", "vs the day before"],
  ["2026-11-01", "2026-11-21", "vs the same days of the previous month"],
  ["2026-10-01", "2026-11-21", "vs the same days of the previous quarter"],
  ["2026-01-01", "2026-11-21", "vs the same days of the previous year"],
])("%s to %s is compared %s", (from, to, label) => {
  expect(comparisonLabel({ from, to }, "previous_period")).toBe(label);
  expect(comparisonLabel({ from, to }, "previous_year")).toBe("vs a year earlier");
});

it("all time has nothing before it", () => {
  expect(hasPeriodBefore({ from: "1970-01-01", to: "2026-11-21" })).toBe(false);
  expect(hasPeriodBefore({ from: "2026-10-01", to: "2026-11-01" })).toBe(true);
});
