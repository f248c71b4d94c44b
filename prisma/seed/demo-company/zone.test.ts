import { expect, test } from "vitest";
import { dayOf, parseDay } from "./calendar";
import { instantAt, localDay, localMinute, toIsoInstant } from "./zone";

const at = (iso: string, hour: number, minute = 0) =>
  toIsoInstant(instantAt(parseDay(iso), hour * 60 + minute));

test("opening hours keep their wall-clock time on both sides of a clock change", () => {
  expect(at("2026-03-27", 8)).toBe("2026-03-27T07:00:00Z");
  expect(at("2026-03-30", 8)).toBe("2026-03-30T06:00:00Z");
  expect(at("2026-10-23", 17, 45)).toBe("2026-10-23T15:45:00Z");
  expect(at("2026-10-26", 17, 45)).toBe("2026-10-26T16:45:00Z");
});

test("on the days of the change themselves", () => {
  expect(at("2026-03-29", 1, 59)).toBe("2026-03-29T00:59:00Z");
  expect(at("2026-03-29", 3)).toBe("2026-03-29T01:00:00Z");
  expect(at("2026-10-25", 1)).toBe("2026-10-24T23:00:00Z");
  expect(at("2026-10-25", 4)).toBe("2026-10-25T03:00:00Z");
});

test("a time that does not exist moves forward; one that exists twice is the first", () => {
  expect(at("2026-03-29", 2, 30)).toBe("2026-03-29T01:30:00Z");
  expect(at("2026-10-25", 2, 30)).toBe("2026-10-25T00:30:00Z");
});

test("every opening hour of two years leads back to itself", () => {
  for (let day = dayOf(2025, 1, 1); day < dayOf(2027, 1, 1); day++) {
    for (let minute = 8 * 60; minute < 18 * 60; minute += 15) {
      const instant = instantAt(day, minute);
      if (localDay(instant) !== day || localMinute(instant) !== minute)
        throw new Error(toIsoInstant(instant));
    }
  }
});
