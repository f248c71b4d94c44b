import { expect, test } from "vitest";
import { reorder } from "./reorder";

test("an entry moves to the place of another, in both directions", () => {
  const entries = [{ id: "a" }, { id: "b" }, { id: "c" }];
  const ids = (from: string, to: string) => reorder(entries, from, to).map(({ id }) => id);
  expect(ids("a", "c")).toEqual(["b", "c", "a"]);
  expect(ids("c", "a")).toEqual(["c", "a", "b"]);
  expect(ids("a", "gone")).toEqual(["a", "b", "c"]);
});
