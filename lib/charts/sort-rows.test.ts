import { expect, it } from "vitest";
import { nextOrders, sortRows } from "@/lib/charts/sort-rows";
import type { Cell, TableCell, TableColumn } from "@/lib/charts/types";

const columns: TableColumn[] = [
  { key: "clinic", name: "Clinic", type: "text", align: "left" },
  { key: "visits", name: "Visits", type: "number", align: "right" },
];
const cells = (...raws: Cell[]): TableCell[] => raws.map((raw) => ({ raw, text: String(raw) }));
const rows = [cells("b", 1), cells("a", 2), cells("b", null), cells("b", 3), cells("a", 1)];

it("equal rows follow the next order; missing values stay last", () => {
  const sorted = sortRows(rows, columns, [
    { key: "clinic", descending: true },
    { key: "visits", descending: true },
  ]);
  expect(sorted.map((row) => row.map((cell) => cell.raw))).toEqual([
    ["b", 3],
    ["b", 1],
    ["b", null],
    ["a", 2],
    ["a", 1],
  ]);
});

it("clicks go largest first, smallest first, and away; with Shift the others stay", () => {
  const [clinic, visits] = columns as [TableColumn, TableColumn];
  const once = nextOrders([], visits, false);
  expect(once).toEqual([{ key: "visits", descending: true }]);
  expect(nextOrders(once, visits, false)).toEqual([{ key: "visits", descending: false }]);
  expect(nextOrders([{ key: "visits", descending: false }], visits, false)).toEqual([]);
  const both = nextOrders(once, clinic, true);
  expect(both).toEqual([...once, { key: "clinic", descending: false }]);
  expect(nextOrders(both, visits, true)).toEqual([
    { key: "visits", descending: false },
    { key: "clinic", descending: false },
  ]);
  expect(nextOrders(both, clinic, false)).toEqual([{ key: "clinic", descending: true }]);
});
