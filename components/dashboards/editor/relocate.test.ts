import { expect, test } from "vitest";
import { overlappingPair } from "@/lib/dashboards/layout";
import { contentOf, duplicate, moveToSection, paste } from "./relocate";
import { metric, placesOf } from "./testing/widgets";

const widgets = [
  metric("a", [0, 0]),
  metric("b", [3, 0]),
  metric("c", [0, 2, 6, 3]),
  metric("x", [0, 0, 12, 4], "other"),
];

test("widgets moved to a section stand below what it has, arranged as they were; the gap they leave closes", () => {
  const moved = moveToSection(widgets, ["a", "b"], "other");
  expect(placesOf(moved)).toEqual({ a: [0, 4, 3, 2], b: [3, 4, 3, 2], c: [0, 0, 6, 3], x: [0, 0, 12, 4] });
  expect(moved.filter(({ section }) => section === "other").map(({ key }) => key)).toEqual(["a", "b", "x"]);
  expect(moveToSection(widgets, ["x"], "other")).toBe(widgets);
});

test("one copy fills the first gap; several stay together", () => {
  expect(duplicate(widgets, ["a"]).at(-1)?.layout).toEqual({ x: 6, y: 0, w: 3, h: 2 });
  const copies = duplicate(widgets, ["a", "b"]);
  expect(copies.slice(4).map(({ layout }) => [layout.x, layout.y])).toEqual([
    [0, 5],
    [3, 5],
  ]);
  expect(overlappingPair(copies)).toBeNull();
});

test("what is pasted has names of its own and takes the rest along", () => {
  const pasted = paste(widgets, widgets.slice(0, 2).map(contentOf), "other");
  expect(new Set(pasted.map(({ key }) => key)).size).toBe(6);
  expect(overlappingPair(pasted)).toBeNull();
  expect(pasted.at(-1)).toMatchObject({ section: "other", visual: { title: "B" }, layout: { x: 3, y: 4 } });
});
