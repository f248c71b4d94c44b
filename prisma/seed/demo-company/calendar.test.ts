import { describe, expect, test } from "vitest";
import { dayOf, easterSunday, parseDay, publicHolidays, startOfMonth, toIsoDay, weekdayOf } from "./calendar";

describe("days", () => {
  test("a day survives the way to a number and back", () => {
    for (const iso of ["1969-12-31", "2024-02-29", "2026-11-20"]) expect(toIsoDay(parseDay(iso))).toBe(iso);
  });

  test.each(["2026-02-30", "2026-2-3", "20 November", ""])("%j is refused with an example", (text) => {
    expect(() => parseDay(text)).toThrow(/YYYY-MM-DD/);
  });

  test("weekdays are ISO, also before 1970", () => {
    expect(weekdayOf(parseDay("2026-11-20"))).toBe(5);
    expect(weekdayOf(parseDay("2026-11-22"))).toBe(7);
    expect(weekdayOf(parseDay("1969-12-29"))).toBe(1);
  });

  test("months are counted across the year", () => {
    expect(toIsoDay(startOfMonth(parseDay("2026-01-31"), -1))).toBe("2025-12-01");
    expect(toIsoDay(startOfMonth(parseDay("2026-11-20"), -24))).toBe("2024-11-01");
  });
});

describe("holidays", () => {
  test.each(["1981-04-19", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25"])(
    "Easter Sunday falls on %s",
    (iso) => expect(toIsoDay(easterSunday(Number(iso.slice(0, 4))))).toBe(iso),
  );

  test("the movable ones of 2026 are where the calendar of Berlin has them", () => {
    const holidays = publicHolidays(2026);
    expect(holidays.get(dayOf(2026, 4, 3))).toBe("Good Friday");
    expect(holidays.get(dayOf(2026, 5, 14))).toBe("Ascension Day");
    expect(holidays.get(dayOf(2026, 5, 25))).toBe("Whit Monday");
  });
});
