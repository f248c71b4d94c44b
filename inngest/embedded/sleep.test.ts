import { expect, test } from "vitest";
import { parseSleep } from "./sleep";

test.each([
  ["90s", 90_000],
  ["1h30m10s", 5_410_000],
  ["2w", 1_209_600_000],
  ["250ms", 250],
  ["1m500ms", 60_500],
  ["1.5s", 1_500],
])("%s is a duration", (text, afterMs) => expect(parseSleep(text)).toEqual({ afterMs }));

test("an ISO instant is an instant", () => {
  expect(parseSleep("2030-01-01T00:00:00.000Z")).toEqual({ at: new Date(Date.UTC(2030, 0, 1)) });
});

test.each(["", "soon", "5", "1y", "2030-13-45T99:00:00Z"])("%j is not understood", (text) =>
  expect(parseSleep(text)).toBeNull(),
);
