import { expect, test } from "vitest";
import { dueTurns, type Turn, untilNextTurn } from "./refresh-turns";

const turns: Turn[] = [
  { key: "slow", everySeconds: 300, lastAt: 0 },
  { key: "quick", everySeconds: 60, lastAt: 240_000 },
  { key: "soon", everySeconds: 60, lastAt: 241_500 },
  { key: "never", everySeconds: null, lastAt: 0 },
];

test("those whose time has come go together, and take along who is about to", () => {
  expect(untilNextTurn(turns, 0, 250_000)).toBe(50_000);
  expect(dueTurns(turns, 0, 290_000)).toBeNull();
  expect(dueTurns(turns, 0, 300_000)).toEqual({ keys: ["slow", "quick", "soon"], maxAgeSeconds: 60 });
});

test("pages that were opened together drift apart", () => {
  expect(untilNextTurn(turns, 0.1, 250_000)).toBe(56_000);
  expect(untilNextTurn(turns, -0.1, 250_000)).toBe(20_000);
});

test("without a turn there is nothing to wait for", () => {
  expect(untilNextTurn([{ key: "never", everySeconds: null, lastAt: 0 }], 0, 0)).toBeNull();
  expect(untilNextTurn([], 0, 0)).toBeNull();
});
