import { expect, test } from "vitest";
import { firstFreePlace, inReadingOrder, overlap, overlappingPair } from "./layout";

const box = (x: number, y: number, w: number, h: number) => ({ x, y, w, h });
const widget = (key: string, ...numbers: [number, number, number, number]) => ({
  key,
  layout: box(...numbers),
});

test("boxes that touch do not overlap, boxes that share a cell do", () => {
  expect(overlap(box(0, 0, 4, 2), box(4, 0, 4, 2))).toBe(false);
  expect(overlap(box(0, 0, 4, 2), box(0, 2, 4, 2))).toBe(false);
  expect(overlap(box(0, 0, 4, 2), box(3, 1, 4, 2))).toBe(true);
});

test("the overlapping pair is named", () => {
  const widgets = [widget("a", 0, 0, 6, 2), widget("b", 6, 0, 6, 2), widget("c", 8, 1, 4, 2)];
  expect(overlappingPair(widgets)).toEqual(["b", "c"]);
  expect(overlappingPair(widgets.slice(0, 2))).toBeNull();
});

test("reading order goes row by row and leaves the given list alone", () => {
  const widgets = [widget("c", 0, 2, 4, 2), widget("b", 6, 0, 6, 2), widget("a", 0, 0, 6, 2)];
  expect(inReadingOrder(widgets).map(({ key }) => key)).toEqual(["a", "b", "c"]);
  expect(widgets[0]?.key).toBe("c");
});

test("a new widget takes the first gap it fits into, else the bottom", () => {
  const widgets = [widget("a", 0, 0, 6, 2), widget("b", 9, 0, 3, 2), widget("c", 0, 2, 12, 4)];
  expect(firstFreePlace(widgets, { w: 3, h: 2 }, 12)).toEqual(box(6, 0, 3, 2));
  expect(firstFreePlace(widgets, { w: 6, h: 2 }, 12)).toEqual(box(0, 6, 6, 2));
  expect(firstFreePlace([], { w: 6, h: 5 }, 12)).toEqual(box(0, 0, 6, 5));
});
