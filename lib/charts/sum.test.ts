import { expect, it } from "vitest";
import { sumCells, sumNumbers } from "@/lib/charts/sum";

it("does not drift", () => {
  expect(sumNumbers(Array.from({ length: 10 }, () => 0.1))).toBe(1);
  expect(sumNumbers([1, 1e100, 1, -1e100])).toBe(2);
});

it("skips what is missing, and is null when nothing is there", () => {
  expect(sumCells([1, null, 2])).toBe(3);
  expect(sumCells([null, null])).toBeNull();
  expect(sumCells([0])).toBe(0);
});

it("adds decimal strings exactly", () => {
  expect(sumCells(["12345678901234567890.10", "0.05", -1])).toBe("12345678901234567889.15");
  expect(sumCells(["-0.5", "0.25"])).toBe("-0.25");
});

it("falls back to doubles for exponents", () => {
  expect(sumCells(["1e3", "2"])).toBe(1002);
});
