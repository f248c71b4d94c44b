import { expect, test } from "vitest";
import { MAX_CROSS_FILTERS } from "@/lib/dashboards/widgets";
import { selectionOf, withoutWidget, withSelection } from "./cross-filters";

const north = { column: "shop", value: "North", label: "North" };
const south = { column: "shop", value: "South", label: "South" };
const monday = { column: "weekday", value: 1, label: "Monday" };

test("a figure holds one choice, and lets go of what is chosen again", () => {
  const first = withSelection([], "bars", north);
  const both = withSelection(first, "map", { ...monday, and: [south] });
  expect(both).toHaveLength(3);
  expect(selectionOf(both, "map")).toEqual({ ...monday, and: [south] });
  const other = withSelection(both, "bars", south);
  expect(selectionOf(other, "bars")).toEqual(south);
  expect(withSelection(other, "bars", south)).toEqual(withoutWidget(other, "bars"));
  expect(selectionOf(withSelection(both, "map", { ...monday, and: [south] }), "map")).toBeNull();
  expect(selectionOf([], "bars")).toBeNull();
});

test("beyond what a view holds, the oldest choices are let go whole", () => {
  const pairs = Array.from({ length: 10 }, (_, index) => `map-${index}`).reduce(
    (cross, key) => withSelection(cross, key, { ...monday, and: [south] }),
    withSelection([], "bars", north),
  );
  expect(pairs).toHaveLength(MAX_CROSS_FILTERS);
  expect(selectionOf(pairs, "bars")).toBeNull();
  const more = withSelection(pairs, "bars", north);
  expect(more).toHaveLength(MAX_CROSS_FILTERS - 1);
  expect(selectionOf(more, "map-0")).toBeNull();
  expect(selectionOf(more, "map-1")).toEqual({ ...monday, and: [south] });
});
