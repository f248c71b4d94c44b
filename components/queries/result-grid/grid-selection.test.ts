import { expect, it } from "vitest";
import { AT_START, areaOf, type GridSelection, moveSelection } from "./grid-selection";

const SIZE = { rows: 100, columns: 5, page: 10 };
const at = (row: number, column: number): GridSelection => ({
  active: { row, column },
  anchor: { row, column },
});
const press = (selection: GridSelection, key: string, held: { shift?: boolean; ctrl?: boolean } = {}) =>
  moveSelection(selection, { key, shift: false, ctrl: false, ...held }, SIZE);

it("moves by cells, pages and to the ends, and never outside", () => {
  expect(press(AT_START, "ArrowDown")).toEqual(at(1, 0));
  expect(press(at(3, 4), "ArrowRight")).toEqual(at(3, 4));
  expect(press(at(3, 2), "PageDown")).toEqual(at(13, 2));
  expect(press(at(95, 2), "PageDown")).toEqual(at(99, 2));
  expect(press(at(3, 2), "End")).toEqual(at(3, 4));
  expect(press(at(3, 2), "End", { ctrl: true })).toEqual(at(99, 4));
  expect(press(at(3, 2), "Home", { ctrl: true })).toEqual(at(0, 0));
  expect(press(at(3, 2), "ArrowUp", { ctrl: true })).toEqual(at(0, 2));
});

it("reaches the heads from the first row, and leaves them downwards", () => {
  expect(press(at(0, 2), "ArrowUp")).toEqual(at(-1, 2));
  expect(press(at(-1, 2), "ArrowUp")).toEqual(at(-1, 2));
  expect(press(at(-1, 2), "ArrowDown")).toEqual(at(0, 2));
});

it("stretches with Shift, over cells alone", () => {
  const stretched = press(at(2, 1), "ArrowDown", { shift: true });
  expect(stretched).toEqual({ anchor: { row: 2, column: 1 }, active: { row: 3, column: 1 } });
  expect(press(at(0, 1), "ArrowUp", { shift: true })).toEqual(at(0, 1));
  expect(press(at(-1, 1), "ArrowDown", { shift: true })).toEqual(at(0, 1));
});

it("selects everything", () => {
  const all = press(at(2, 1), "a", { ctrl: true });
  expect(all && areaOf(all)).toEqual({ top: 0, bottom: 99, left: 0, right: 4 });
});

it("leaves other keys alone", () => {
  expect(press(AT_START, "a")).toBeNull();
  expect(press(AT_START, "Tab")).toBeNull();
});

it("names the area whichever way it was drawn", () => {
  expect(areaOf({ active: { row: 1, column: 4 }, anchor: { row: 3, column: 2 } })).toEqual({
    top: 1,
    bottom: 3,
    left: 2,
    right: 4,
  });
});
