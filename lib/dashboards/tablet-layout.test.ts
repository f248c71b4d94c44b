import fc from "fast-check";
import { expect, test } from "vitest";
import { overlappingPair } from "./layout";
import { TABLET_COLUMNS, tabletLayout } from "./tablet-layout";

const at = (key: string, x: number, y: number, w: number, h: number) => ({ key, layout: { x, y, w, h } });

test("four numbers become two rows of two, and a wide chart takes a row", () => {
  const numbers = ["a", "b", "c", "d"].map((key, index) => at(key, index * 3, 0, 3, 2));
  const layout = tabletLayout([at("chart", 0, 2, 8, 5), ...numbers]);
  expect(layout.get("b")).toEqual({ x: 3, y: 0, w: 3, h: 2 });
  expect(layout.get("c")).toEqual({ x: 0, y: 2, w: 3, h: 2 });
  expect(layout.get("chart")).toEqual({ x: 0, y: 4, w: 6, h: 5 });
});

test("whatever the dashboard, all stand inside the columns and none on another", () => {
  const box = fc.record({
    x: fc.nat(11),
    y: fc.nat(40),
    w: fc.integer({ min: 1, max: 12 }),
    h: fc.integer({ min: 1, max: 10 }),
  });
  fc.assert(
    fc.property(fc.array(box, { maxLength: 40 }), (boxes) => {
      const placed = [...tabletLayout(boxes.map((layout, index) => ({ key: `${index}`, layout })))];
      expect(placed).toHaveLength(boxes.length);
      expect(overlappingPair(placed.map(([key, layout]) => ({ key, layout })))).toBeNull();
      for (const [, { x, w }] of placed) expect(x + w).toBeLessThanOrEqual(TABLET_COLUMNS);
    }),
  );
});
