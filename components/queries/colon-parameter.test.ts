import { expect, it } from "vitest";
import { colonParameter } from "./colon-parameter";

it.each([
  ["SELECT * FROM sales WHERE clinic = :clinic AND day > :from", "clinic"],
  ["SELECT * FROM sales WHERE day IN (:days)", "days"],
  ["SELECT amount::int, (1+1)::text FROM sales", null],
  ["SELECT list[1:n], ':name' -- :name\nFROM sales", null],
  ["SELECT 'not closed", null],
])("%s has %s after a colon", (sql, name) => {
  expect(colonParameter(sql, "postgresql")).toBe(name);
});
