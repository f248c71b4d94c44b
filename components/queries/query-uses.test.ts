import { expect, it } from "vitest";
import { usesWords } from "./query-uses";

const uses = (dashboards: number, reports: number) => [
  ...Array.from({ length: dashboards }, () => ({ noun: "dashboard" as const })),
  ...Array.from({ length: reports }, () => ({ noun: "report" as const })),
];

it("counts what a change changes too", () => {
  expect(usesWords(uses(2, 1))).toBe("Used by 2 dashboards and 1 report: they change at once.");
  expect(usesWords(uses(0, 1))).toBe("Used by 1 report: it changes at once.");
  expect(usesWords([])).toBeNull();
});
