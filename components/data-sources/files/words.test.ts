import { describe, expect, test } from "vitest";
import { formatWords, refusalOf } from "./words";

describe("refusalOf", () => {
  test("files that can be loaded are sent, whatever the case of their names", () => {
    expect(refusalOf({ name: "Sales.2026.CSV", size: 10 })).toBeNull();
    expect(refusalOf({ name: "a.parquet", size: 500 * 1024 * 1024 })).toBeNull();
  });

  test("what cannot be loaded is told before it is sent", () => {
    expect(refusalOf({ name: "letter.docx", size: 10 })).toMatch(/“letter.docx” is not a file/);
    expect(refusalOf({ name: "csv", size: 10 })).toMatch(/not a file that can be loaded/);
    expect(refusalOf({ name: "a.csv", size: 0 })).toBe("“a.csv” is empty.");
    expect(refusalOf({ name: "a.csv", size: 500 * 1024 * 1024 + 1 })).toMatch(/larger than 500 MB/);
  });
});

test("formats of dates come with an example", () => {
  expect(formatWords("DD.MM.YY")).toBe("DD.MM.YY (31.12.26)");
  expect(formatWords("YYYY-MM-DD HH:MM:SS±ZZ")).toBe("YYYY-MM-DD HH:MM:SS±ZZ (2026-12-31 14:05:00+01:00)");
  expect(formatWords("1.234,56")).toBe("1.234,56");
});
