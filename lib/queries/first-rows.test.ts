import { expect, it } from "vitest";
import { firstRows } from "./first-rows";

const rows = Array.from({ length: 10 }, (_, index) => [index, "x".repeat(100)]);

it("keeps all where they fit", () => {
  expect(firstRows(rows, { rows: 10, characters: 5000 })).toBe(rows);
});

it("cuts by rows and by text, whole rows only", () => {
  expect(firstRows(rows, { rows: 4, characters: 5000 })).toEqual(rows.slice(0, 4));
  expect(firstRows(rows, { rows: 10, characters: 400 })).toEqual(rows.slice(0, 3));
  expect(firstRows(rows, { rows: 10, characters: 50 })).toEqual([]);
});
