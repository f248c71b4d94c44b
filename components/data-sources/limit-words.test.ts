import { expect, it } from "vitest";
import { limitWords } from "./limit-words";

it("says the limits in a line", () => {
  const limits = { timeoutMs: 30_000, rows: 50_000, connections: 4, cacheSeconds: 300 };
  const words = (...[limits, locale]: Parameters<typeof limitWords>) =>
    limitWords(limits, locale).replaceAll("\u00a0", " ");
  expect(words(limits, "en-GB")).toBe("30 s, 50,000 rows, 4 at a time, answers kept for 5 min");
  expect(words({ ...limits, rows: 1, cacheSeconds: 0 }, "en-GB")).toBe(
    "30 s, 1 row, 4 at a time, answers not kept",
  );
  expect(words({ ...limits, timeoutMs: null, rows: Number.NaN }, "en-GB")).toBe(
    "4 at a time, answers kept for 5 min",
  );
});
