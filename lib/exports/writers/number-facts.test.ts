import { expect, test } from "vitest";
import type { Cell } from "@/lib/charts/types";
import { NumberFacts } from "./number-facts";

const typeOf = (...cells: Cell[]): string => {
  const facts = new NumberFacts();
  for (const cell of cells) facts.see(cell);
  return facts.duckdbType();
};

test("the narrowest type that holds every number exactly", () => {
  expect(typeOf(1, -20, null)).toBe("BIGINT");
  expect(typeOf(1.25, "-1234567890123456.5")).toBe("DECIMAL(18, 2)");
  expect(typeOf("12345678901234567890")).toBe("DECIMAL(20, 0)");
  expect(typeOf(1e-7)).toBe("DOUBLE");
  expect(typeOf(`${"9".repeat(30)}.${"1".repeat(10)}`)).toBe("DOUBLE");
  expect(typeOf(null)).toBe("BIGINT");
});
