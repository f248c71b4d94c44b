import { expect, test } from "vitest";
import { searchKinds } from "./groups";
import { OFFERED_KINDS } from "./offered-kinds";

test("without a search every kind is offered, each in one group", () => {
  const offered = searchKinds("").flatMap(({ kinds }) => kinds);
  expect([...offered].sort()).toEqual([...OFFERED_KINDS].sort());
});

test("a kind is found by its name, by its hint and by what others call it", () => {
  expect(searchKinds("kpi")).toEqual([{ group: "Numbers", kinds: ["metric"] }]);
  expect(searchKinds("Donut").flatMap(({ kinds }) => kinds)).toEqual(["pie"]);
  expect(searchKinds("  time  OVER ").flatMap(({ kinds }) => kinds)).toContain("line");
  expect(searchKinds("zebra")).toEqual([]);
});
