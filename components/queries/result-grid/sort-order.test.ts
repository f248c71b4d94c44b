import fc from "fast-check";
import { expect, it } from "vitest";
import type { Cell, ColumnType } from "@/lib/charts/types";
import { nextOrder, sortRows } from "./sort-order";

function sorted(cells: Cell[], type: ColumnType, descending: boolean) {
  const rows = cells.map((cell, index) => [index, cell]);
  return sortRows(rows, type, { column: 1, descending }).map((row) => row[1]);
}

it("sorts numbers by size, also long ones, and leaves missing ones last either way", () => {
  const cells = [10, null, 9, "12345678901234567890", -1, null];
  expect(sorted(cells, "number", false)).toEqual([-1, 9, 10, "12345678901234567890", null, null]);
  expect(sorted(cells, "number", true)).toEqual(["12345678901234567890", 10, 9, -1, null, null]);
});

it("keeps what is no number after the numbers", () => {
  expect(sorted(["NaN", 2, null, 1], "number", true)).toEqual([2, 1, "NaN", null]);
  expect(sorted(["Infinity", 2, "-Infinity"], "number", false)).toEqual(["-Infinity", 2, "Infinity"]);
});

it("sorts words as people do, and days in time", () => {
  expect(sorted(["b10", "B9", "a"], "text", false)).toEqual(["a", "B9", "b10"]);
  expect(sorted(["2026-02-01", "2025-12-31"], "date", true)).toEqual(["2026-02-01", "2025-12-31"]);
  expect(sorted([true, null, false], "boolean", false)).toEqual([false, true, null]);
});

it("sorts plain codes as it sorts words", () => {
  const words = fc.array(fc.stringMatching(/^[a-cA-C0-2]{0,4}$/));
  fc.assert(
    fc.property(words, (codes) => {
      // A single text with a blank makes the whole column one of words.
      const asWords = sorted([...codes, "z z"], "text", false).filter((word) => word !== "z z");
      expect(sorted(codes, "text", false)).toEqual(asWords);
    }),
  );
});

it("keeps the order of equal rows, ascending and descending", () => {
  const rows = [
    ["x", 1],
    ["x", 2],
    ["a", 3],
    ["x", 4],
  ];
  for (const descending of [true, false])
    expect(
      sortRows(rows, "text", { column: 0, descending })
        .map((row) => row[1])
        .filter((n) => n !== 3),
    ).toEqual([1, 2, 4]);
});

it("goes through three states", () => {
  const first = nextOrder(null, 2, "number");
  expect(first).toEqual({ column: 2, descending: true });
  const second = nextOrder(first, 2, "number");
  expect(second).toEqual({ column: 2, descending: false });
  expect(nextOrder(second, 2, "number")).toBeNull();
  expect(nextOrder(second, 1, "text")).toEqual({ column: 1, descending: false });
});
