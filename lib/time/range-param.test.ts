import { expect, test } from "vitest";
import { RangeParam } from "./range-choice";
import { decodeRange, encodeRange, sameRange } from "./range-param";
import { RELATIVE_RANGES, type RangeChoice } from "./ranges";

const october: RangeChoice = { kind: "absolute", from: "2026-10-01", to: "2026-10-31" };

test("every relative range and custom days survive the way into the address and back", () => {
  for (const name of RELATIVE_RANGES)
    expect(decodeRange(encodeRange({ kind: "relative", name }))).toEqual({ kind: "relative", name });
  expect(encodeRange(october)).toBe("2026-10-01..2026-10-31");
  expect(decodeRange("2026-10-01..2026-10-31")).toEqual(october);
});

test.each([
  "",
  "last_year",
  "toString",
  "2026-10-01",
  "2026-10-01..",
  "2026-10-31..2026-10-01",
  "2026-02-30..2026-03-01",
  "2026-10-01..2026-10-31..2026-11-01",
  "2026-10..2026-11",
])("%j is not a range", (text) => {
  expect(decodeRange(text)).toBeNull();
  expect(RangeParam.safeParse(text).error?.issues[0]?.message).toContain(`"${text}" is not a period`);
});

test("ranges are compared by what they say", () => {
  expect(sameRange(october, { ...october })).toBe(true);
  expect(sameRange(october, { kind: "relative", name: "last_full_month" })).toBe(false);
});
