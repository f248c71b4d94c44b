import { expect, test } from "vitest";
import { reachWords } from "./reach-words";

const reach = { opens: 0, ownChoice: 0, nearer: 0, unseen: 0 };

test("says for whom it opens, and what becomes of each of the others", () => {
  expect(reachWords({ people: 3, reach: { ...reach, opens: 3 } })).toEqual(["Opens for all 3."]);
  expect(reachWords({ people: 1, reach: { ...reach, opens: 1 } })).toEqual(["Opens for the one person."]);
  expect(reachWords({ people: 6, reach: { opens: 3, ownChoice: 1, nearer: 1, unseen: 1 } })).toEqual([
    "Opens for 3 of 6.",
    "1 chose another one.",
    "For 1, their job role or a nearer department decides.",
    "1 cannot see it: share it with them.",
  ]);
});

test("says that nothing is decided, or that nobody is there", () => {
  expect(reachWords({ people: 2, reach: null })).toEqual(["Nothing is decided here."]);
  expect(reachWords({ people: 0, reach: null })).toEqual(["Nobody is here yet."]);
});
