import { describe, expect, test } from "vitest";
import { FORMATS_BY_TYPE } from "@/lib/data-sources/files/schemas";
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

test("formats are told by an example, each by another one", () => {
  expect(formatWords("DD.MM.YY")).toBe("31.12.26");
  expect(formatWords("MM/DD/YYYY HH:MM:SS")).toBe("12/31/2026 14:05:00");
  expect(formatWords("YYYY-MM-DD HH:MM:SS±ZZ")).toBe("2026-12-31 14:05:00+01:00");
  const formats = Object.values(FORMATS_BY_TYPE).flat();
  expect(new Set(formats.map(formatWords)).size).toBe(formats.length);
  expect(formatWords("1.234,56")).toBe("1.234,56");
});
