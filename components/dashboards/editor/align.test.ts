import { expect, test } from "vitest";
import { overlappingPair } from "@/lib/dashboards/layout";
import { type Alignment, align } from "./align";
import { compacted } from "./grid-moves";
import { metric, placesOf } from "./testing/widgets";

test("left and right edges meet, one below the other", () => {
  const widgets = [metric("a", [1, 0]), metric("b", [4, 0, 4])];
  expect(placesOf(align(widgets, ["a", "b"], "left"))).toEqual({ a: [1, 0, 3, 2], b: [1, 2, 4, 2] });
  expect(placesOf(align(widgets, ["a", "b"], "right"))).toEqual({ a: [5, 0, 3, 2], b: [4, 2, 4, 2] });
});

test("one row: side by side when the row has the room, and what was there gives way", () => {
  const column = [metric("a", [0, 0]), metric("b", [0, 2]), metric("c", [3, 0]), metric("d", [0, 4])];
  expect(placesOf(align(column, ["a", "b", "d"], "top"))).toEqual({
    a: [0, 0, 3, 2],
    b: [3, 0, 3, 2],
    d: [6, 0, 3, 2],
    c: [3, 2, 3, 2],
  });
});

test("sizes follow the one chosen first; neighbours stay neighbours while there is room", () => {
  const row = [metric("a", [0, 0, 3]), metric("b", [3, 0, 4, 3]), metric("c", [7, 0, 2])];
  expect(placesOf(align(row, ["b", "a", "c"], "width"))).toEqual({
    a: [0, 0, 4, 2],
    b: [4, 0, 4, 3],
    c: [8, 0, 4, 2],
  });
  expect(placesOf(align(row, ["b", "a"], "height")).a).toEqual([0, 0, 3, 3]);
});

test("spread leaves the same room between each two", () => {
  const row = [metric("a", [0, 0, 2]), metric("b", [2, 0, 2]), metric("c", [10, 0, 2])];
  expect(placesOf(align(row, ["a", "b", "c"], "spread")).b).toEqual([5, 0, 2, 2]);
  expect(align(row, ["a", "b"], "spread")).toBe(row);
});

test("in line already, or alone: nothing changes", () => {
  const widgets = [metric("a", [0, 0]), metric("b", [0, 2])];
  expect(align(widgets, ["a", "b"], "left")).toBe(widgets);
  expect(align(widgets, ["a"], "right")).toBe(widgets);
});

test("sections are aligned each by itself", () => {
  const widgets = [metric("a", [3, 0]), metric("b", [5, 0], "other"), metric("c", [0, 2], "other")];
  const after = placesOf(align(widgets, ["a", "b", "c"], "left"));
  expect(after.a).toEqual([3, 0, 3, 2]);
  expect(after.b).toEqual([0, 0, 3, 2]);
});

test("whatever is aligned, nothing overlaps and no gap is left", () => {
  const widgets = [
    metric("a", [0, 0, 6, 5]),
    metric("b", [6, 0, 6, 2]),
    metric("c", [6, 2, 3, 3]),
    metric("d", [0, 5, 12, 3]),
    metric("e", [2, 8, 7, 4]),
  ];
  for (const how of ["left", "right", "top", "width", "height", "spread"] satisfies Alignment[])
    for (const keys of [
      ["a", "c"],
      ["d", "b", "e"],
      ["e", "c", "b", "a"],
    ]) {
      const after = align(widgets, keys, how);
      expect(overlappingPair(after), `${how} ${keys}`).toBeNull();
      expect(compacted(after), `${how} ${keys}`).toBe(after);
      for (const { layout } of after) expect(layout.x + layout.w).toBeLessThanOrEqual(12);
    }
});
