import { describe, expect, it } from "vitest";
import { formatNames } from "./format-words";

describe("formatNames", () => {
  it.each([
    [["PDF"], "PDF"],
    [["PDF", "XLSX"], "PDF and workbook"],
    [["XLSX", "CSV"], "Workbook and CSV"],
    [["PDF", "XLSX", "HTML"], "PDF, workbook and web page"],
  ] as const)("%j", (formats, text) => expect(formatNames(formats)).toBe(text));
});
