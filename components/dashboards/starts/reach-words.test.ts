import { expect, test } from "vitest";
import { reachWords } from "./reach-words";

const target = { of: "jobRole", jobRole: "Nurse" } as const;
const reach = { opens: 0, ownChoice: 0, nearer: 0, unseen: 0 };

test("says for whom it opens, and what becomes of each of the others", () => {
  expect(reachWords({ target, people: 3, reach: { ...reach, opens: 3 } })).toEqual(["Opens for all 3."]);
  expect(reachWords({ target, people: 1, reach: { ...reach, opens: 1 } })).toEqual([
    "Opens for the one person.",
  ]);
  expect(reachWords({ target, people: 6, reach: { opens: 3, ownChoice: 1, nearer: 1, unseen: 1 } })).toEqual([
    "Opens for 3 of 6.",
    "1 chose another one.",
    "For 1, their job role or a nearer department decides.",
    "1 cannot see it: share it with them.",
  ]);
});

test("says what counts where nothing is decided, or that nobody is there", () => {
  expect(reachWords({ target, people: 2, reach: null })).toEqual([
    "Their department decides, or else they begin on the home page.",
  ]);
  expect(reachWords({ target, people: 0, reach: null })).toEqual(["Nobody is here yet."]);
});
