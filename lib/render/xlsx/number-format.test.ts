import { expect, test } from "vitest";
import { dateFormatOf, markedFormat, numberFormatOf, workbookNumber } from "@/lib/render/xlsx/number-format";
import { serialDate } from "@/lib/render/xlsx/serial-date";

test("the format shows as many decimals as the printed texts", () => {
  expect(numberFormatOf("count", ["1,204", "7"], "en-GB")).toBe("#,##0");
  expect(numberFormatOf("number", ["1.5", "2.25"], "en-GB")).toBe("#,##0.00");
  expect(numberFormatOf("percent", ["9.4 %"], "en-GB")).toBe("0.0%");
  expect(numberFormatOf("percent", ["9,41 %"], "de-DE")).toBe("0.00%");
  expect(numberFormatOf("days", ["3.2 days"], "en-GB")).toBe("#,##0.0");
});

test("currencies keep their sign where the locale puts it", () => {
  expect(numberFormatOf("currency:EUR", ["€268,410"], "en-GB")).toBe("[$€]#,##0");
  expect(numberFormatOf("currency:EUR", ["268.410,50 €"], "de-DE")).toBe("#,##0.00\\ [$€]");
});

test("a duration is a part of a day under a format of hours, and days below zero", () => {
  expect(workbookNumber(200, "duration:minutes")).toBeCloseTo(200 / 1440, 15);
  expect(workbookNumber(12, "currency:EUR")).toBe(12);
  expect(numberFormatOf("duration:minutes", [], "en-GB")).toBe('[h]" h "mm" min";-0.00" d"');
  expect(numberFormatOf("clock:hours", [], "en-GB")).toBe('[hh]:mm;-0.00" d"');
  expect(numberFormatOf("clock:seconds", [], "en-GB")).toBe('[>=0.04166666][hh]:mm:ss;[<0]-0.00" d";[mm]:ss');
});

test("days stand in the order of the locale", () => {
  expect(dateFormatOf("short", "en-GB")).toBe('dd"/"mm"/"yyyy');
  expect(dateFormatOf("short", "de-DE")).toBe('dd"."mm"."yyyy');
  expect(dateFormatOf("short", "en-US")).toBe('mm"/"dd"/"yyyy');
  expect(dateFormatOf("long", "en-GB")).toBe("d mmmm yyyy");
  expect(dateFormatOf("month", "en-GB")).toBe("mmm yyyy");
  expect(dateFormatOf("iso", "en-GB")).toBe("yyyy-mm-dd");
});

test("a mark stands before every form of a number, behind its condition", () => {
  expect(markedFormat("✓", "#,##0")).toBe('"✓ "#,##0');
  expect(markedFormat("✓", '[>=1][h]:mm;[<0]-0.00" d";[mm]:ss')).toBe(
    '[>=1]"✓ "[h]:mm;[<0]"✓ "-0.00" d";"✓ "[mm]:ss',
  );
  expect(markedFormat("✓", "[$€]#,##0")).toBe('"✓ "[$€]#,##0');
});

test("dates become serial numbers, timestamps the wall clock of the report's zone", () => {
  expect(serialDate("1970-01-01", "date", "Europe/Berlin")).toBe(25569);
  expect(serialDate("2026-07-01T10:00:00Z", "timestamp", "Europe/Berlin")).toBe(46204.5);
  // On the day of a clock change, before and after it.
  expect(serialDate("2026-03-29T00:30:00Z", "timestamp", "Europe/Berlin")).toBeCloseTo(46110 + 1.5 / 24, 9);
  expect(serialDate("2026-03-29T01:30:00Z", "timestamp", "Europe/Berlin")).toBeCloseTo(46110 + 3.5 / 24, 9);
  expect(serialDate("2026-01-01T12:00:00Z", "timestamp", "UTC")).toBe(46023.5);
});

test("dates that Excel cannot hold are refused", () => {
  expect(serialDate("1899-12-31", "date", "UTC")).toBeNull();
  expect(serialDate("soon", "date", "UTC")).toBeNull();
});
