import fc from "fast-check";
import { expect, it } from "vitest";
import type { Cell, ColumnType, ResultColumn } from "@/lib/charts/types";
import { summarizeColumn } from "./column-summary";

const column = (type: ColumnType): ResultColumn => ({ name: "c", type, role: "dimension" });
const rowsOf = (...cells: Cell[]): Cell[][] => cells.map((cell) => ["before", cell]);

it("counts what is filled, empty and distinct; an empty text is a value", () => {
  const summary = summarizeColumn(column("text"), rowsOf("a", null, "", "a", null), 1);
  expect(summary).toMatchObject({ filled: 3, empty: 2, distinct: 2, numbers: null, times: null });
  expect(summary.frequent).toEqual([
    { value: "a", count: 2, share: 2 / 3 },
    { value: "", count: 1, share: 1 / 3 },
  ]);
});

it("measures numbers, and keeps every digit of the smallest and largest", () => {
  const long = "12345678901234567890.5";
  const { numbers } = summarizeColumn(column("number"), rowsOf(1, 2, 2, null, long), 1);
  expect(numbers).toMatchObject({ min: 1, max: long, median: 2 });
  expect(summarizeColumn(column("number"), rowsOf(4, 1, 3, 2), 1).numbers).toEqual({
    min: 1,
    max: 4,
    average: 2.5,
    median: 2.5,
  });
});

it("leaves out of the measures what no axis knows, and has none without numbers", () => {
  expect(summarizeColumn(column("number"), rowsOf("NaN", 3, "Infinity"), 1).numbers).toMatchObject({
    min: 3,
    max: 3,
  });
  expect(summarizeColumn(column("number"), rowsOf(null, "NaN"), 1).numbers).toBeNull();
});

it("finds the earliest and the latest", () => {
  const { times } = summarizeColumn(column("date"), rowsOf("2026-02-01", null, "2025-12-31"), 1);
  expect(times).toEqual({ earliest: "2025-12-31", latest: "2026-02-01" });
  expect(summarizeColumn(column("date"), rowsOf(null), 1).times).toBeNull();
});

it("names no frequent value where all differ, and never more than asked for", () => {
  expect(summarizeColumn(column("text"), rowsOf("a", "b"), 1).frequent).toEqual([]);
  expect(summarizeColumn(column("text"), rowsOf("a", "a", "b", "c"), 1, 2).frequent).toHaveLength(2);
});

it("agrees with counting and sorting by hand", () => {
  const cells = fc.array(fc.option(fc.integer({ min: -20, max: 20 }), { nil: null }), { minLength: 1 });
  fc.assert(
    fc.property(cells, (values) => {
      const summary = summarizeColumn(column("number"), rowsOf(...values), 1);
      const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
      expect(summary.filled + summary.empty).toBe(values.length);
      expect(summary.distinct).toBe(new Set(sorted).size);
      if (sorted.length === 0) return;
      const middle = sorted.length / 2;
      const median = ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
      expect(summary.numbers?.median).toBe(median);
      const average = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
      expect(summary.numbers?.average).toBeCloseTo(average, 9);
    }),
  );
});
