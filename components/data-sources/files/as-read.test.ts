import { describe, expect, test } from "vitest";
import type { ColumnChoice } from "@/lib/data-sources/files/schemas";
import { asRead } from "./as-read";

const read = (value: string, type: ColumnChoice["type"], format: ColumnChoice["format"]) =>
  asRead(value, { type, format }, "en-GB").replaceAll("\u2212", "-");

describe("numbers", () => {
  test("by their decimal sign, whatever groups them", () => {
    expect(read("1.234,5", "number", "1.234,56")).toBe("1,234.5");
    expect(read("1,234.50", "number", "1,234.56")).toBe("1,234.5");
    expect(read("-1 234,25", "number", "1 234,56")).toBe("-1,234.25");
    expect(read("1'234.56", "number", "1'234.56")).toBe("1,234.56");
    expect(read("1.234", "number", "1.234,56")).toBe("1,234");
    expect(read("1.234", "number", "1,234.56")).toBe("1.234");
  });

  test("as they are when a double would round them", () => {
    expect(read("12345678901234567", "number", "1,234.56")).toBe("12345678901234567");
  });
});

describe("dates", () => {
  test("the order of day and month is seen", () => {
    expect(read("02/03/2026", "date", "DD/MM/YYYY")).toBe("2 Mar 2026");
    expect(read("02/03/2026", "date", "MM/DD/YYYY")).toBe("3 Feb 2026");
    expect(read("20260302", "date", "YYYYMMDD")).toBe("2 Mar 2026");
  });

  test("two-digit years", () => {
    expect(read("31.12.68", "date", "DD.MM.YY")).toBe("31 Dec 2068");
    expect(read("31.12.69", "date", "DD.MM.YY")).toBe("31 Dec 1969");
  });

  test("with the time as it is written", () => {
    expect(read("2026-03-02T08:05:00Z", "timestamp", "YYYY-MM-DD HH:MM:SS±ZZ")).toBe("2 Mar 2026, 08:05:00Z");
  });
});

test("what does not fit, and what keeps its type, stays as it is", () => {
  expect(read("31/31/2026", "date", "DD/MM/YYYY")).toBe("31/31/2026");
  expect(read("abc", "text", null)).toBe("abc");
  expect(read("2026-03-02", "date", null)).toBe("2026-03-02");
});
