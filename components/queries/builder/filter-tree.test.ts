import { describe, expect, it } from "vitest";
import type { Filter, FilterGroup } from "@/lib/queries/builder/schema";
import { addItem, filtersOf, itemAt, keepFilters, removeItem, replaceItem, setMatch } from "./filter-tree";

const on = (column: string): Filter => ({
  kind: "filter",
  field: { kind: "column", table: "t", column, type: "text" },
  operator: "is_empty",
  value: null,
});
const group = (match: FilterGroup["match"], ...items: FilterGroup["items"]): FilterGroup => ({
  kind: "group",
  match,
  items,
});
const tree = group("all", on("a"), group("any", on("b"), group("all", on("c"))));

describe("a tree of filters", () => {
  it("finds by path", () => {
    expect(itemAt(tree, [1, 1, 0])).toEqual(on("c"));
    expect(itemAt(tree, [0, 0])).toBeNull();
    expect(itemAt(tree, [])).toBe(tree);
  });
  it("adds, replaces and sets deep inside and nowhere else", () => {
    expect(addItem(tree, [1, 1], on("d"))).toEqual(
      group("all", on("a"), group("any", on("b"), group("all", on("c"), on("d")))),
    );
    expect(replaceItem(tree, [1, 0], on("x"))).toEqual(
      group("all", on("a"), group("any", on("x"), group("all", on("c")))),
    );
    expect(setMatch(tree, [1, 1], "any")).toEqual(
      group("all", on("a"), group("any", on("b"), group("any", on("c")))),
    );
  });
  it("drops the groups that a removal leaves empty, but never the outermost", () => {
    expect(removeItem(tree, [1, 1, 0])).toEqual(group("all", on("a"), group("any", on("b"))));
    expect(removeItem(group("any", on("a")), [0])).toEqual(group("any"));
  });
  it("keeps what passes", () => {
    const kept = keepFilters(tree, ({ field }) => field.kind === "column" && field.column !== "c");
    expect(filtersOf(kept)).toEqual([on("a"), on("b")]);
    expect(kept.items[1]).toEqual(group("any", on("b")));
  });
});
