import { expect, test } from "vitest";
import { diffLines } from "./line-diff";

const marked = (before: string[], after: string[]) =>
  diffLines(before.join("\n"), after.join("\n")).map(
    ({ kind, text }) => ({ same: " ", added: "+", removed: "-" })[kind] + text,
  );

test("equal lines stay, changed ones are removed and added in place", () => {
  expect(marked(["a", "b", "c"], ["a", "x", "c"])).toEqual([" a", "-b", "+x", " c"]);
  expect(marked(["a", "b"], ["a", "b"])).toEqual([" a", " b"]);
  expect(marked(["a"], ["z", "a", "y"])).toEqual(["+z", " a", "+y"]);
  expect(marked(["a", "b", "c", "d"], ["b", "d", "e"])).toEqual(["-a", " b", "-c", " d", "+e"]);
});

test("applying it to either side gives the texts back", () => {
  const before = ["select a", "from t", "where x = 1", "group by a", ""];
  const after = ["select a, b", "from t", "", "group by a", "order by b", ""];
  const lines = diffLines(before.join("\n"), after.join("\n"));
  expect(lines.filter(({ kind }) => kind !== "added").map(({ text }) => text)).toEqual(before);
  expect(lines.filter(({ kind }) => kind !== "removed").map(({ text }) => text)).toEqual(after);
});

test("very long texts are compared as a whole", () => {
  const many = (mark: string) => Array.from({ length: 3000 }, (_, index) => `${mark}${index}`).join("\n");
  expect(diffLines(many("a"), many("b"))).toHaveLength(6000);
});
