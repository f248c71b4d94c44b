import { expect, test } from "vitest";
import { overlappingPair } from "@/lib/dashboards/layout";
import { type WidgetDto, WidgetInput } from "@/lib/dashboards/schemas";
import { compacted, moveBy, resizeBy, swapBy } from "./grid-moves";

const metric = (key: string, x: number, y: number, w = 3, h = 2): WidgetDto =>
  WidgetInput.parse({
    key,
    queryId: "7d1d6c1e-56f0-4d7a-9a6c-0b6c7d0e1f2a",
    visual: { kind: "metric", title: key.toUpperCase(), value: "v" },
    layout: { x, y, w, h },
  });

const places = (widgets: readonly WidgetDto[]) =>
  Object.fromEntries(widgets.map(({ key, layout }) => [key, [layout.x, layout.y, layout.w, layout.h]]));

const row = [metric("a", 0, 0), metric("b", 3, 0), metric("c", 6, 0, 6, 2)];

test("a step to the right moves one column, into free room", () => {
  const moved = moveBy([metric("a", 0, 0)], "a", { dx: 1, dy: 0 });
  expect(places(moved)).toEqual({ a: [1, 0, 3, 2] });
});

test("the edges hold", () => {
  expect(moveBy(row, "a", { dx: -1, dy: 0 })).toBe(row);
  expect(moveBy(row, "a", { dx: 0, dy: -1 })).toBe(row);
  expect(places(moveBy(row, "c", { dx: 1, dy: 0 })).c).toEqual([6, 0, 6, 2]);
});

test("others make room, nothing overlaps, and gaps close", () => {
  for (const step of [
    { dx: 1, dy: 0 },
    { dx: 0, dy: 1 },
    { dx: 2, dy: 1 },
  ])
    for (const key of ["a", "b", "c"]) expect(overlappingPair(moveBy(row, key, step)), key).toBeNull();
});

test("one step down passes the widget below, one step up comes back", () => {
  const column = [metric("a", 0, 0), metric("b", 0, 2, 3, 4)];
  const down = moveBy(column, "a", { dx: 0, dy: 1 });
  expect(places(down)).toEqual({ b: [0, 0, 3, 4], a: [0, 4, 3, 2] });
  expect(places(moveBy(down, "b", { dx: 0, dy: 1 }))).toEqual(places(column));
});

test("a resize stays between the least of its kind and the edge of the grid", () => {
  const alone = [metric("a", 9, 0)];
  expect(places(resizeBy(alone, "a", { dx: 1, dy: 1 }))).toEqual({ a: [9, 0, 3, 3] });
  expect(places(resizeBy(alone, "a", { dx: -5, dy: -5 }))).toEqual({ a: [9, 0, 2, 2] });
});

test("widgets below give way to a taller one", () => {
  const taller = resizeBy([metric("a", 0, 0), metric("b", 0, 2)], "a", { dx: 0, dy: 2 });
  expect(places(taller)).toEqual({ a: [0, 0, 3, 4], b: [0, 4, 3, 2] });
});

test("on a phone, neighbours in reading order change places", () => {
  expect(places(swapBy(row, "c", -1))).toEqual({
    a: [0, 0, 3, 2],
    b: [6, 0, 6, 2],
    c: [3, 0, 3, 2],
  });
  expect(swapBy(row, "a", -1)).toBe(row);
  expect(swapBy(row, "c", 1)).toBe(row);
});

test("after a removal the rest moves up", () => {
  expect(places(compacted([metric("b", 3, 5)]))).toEqual({ b: [3, 0, 3, 2] });
});

test("a step down passes one row, not the taller neighbour of the widget below", () => {
  const wide = metric("wide", 0, 0, 12, 2);
  const below = [metric("tall", 0, 2, 6, 5), metric("low", 6, 2, 6, 2), metric("next", 6, 4, 6, 3)];
  const down = places(moveBy([wide, ...below], "wide", { dx: 0, dy: 1 }));
  expect(down.low).toEqual([6, 0, 6, 2]);
  expect(down.wide).toEqual([0, 2, 12, 2]);
  expect(down.next?.[1]).toBeGreaterThan(2);
});

test("at the bottom a step down leaves everything as it is", () => {
  const column = [metric("a", 0, 0), metric("b", 0, 2)];
  expect(moveBy(column, "b", { dx: 0, dy: 1 })).toBe(column);
});
