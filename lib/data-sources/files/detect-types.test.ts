import { describe, expect, it } from "vitest";
import { columnNames, tableNameOf } from "./column-names";
import { detectDelimiter, detectHeader } from "./detect-dialect";
import { ColumnEvidence, conventionsOf } from "./detect-types";
import { TextFactsReader } from "./text-facts";
import { numberText } from "./xlsx/number-text";
import { dateKindOf, serialText } from "./xlsx/serial-dates";

function detect(...columns: string[][]) {
  const evidence = columns.map((values) => {
    const column = new ColumnEvidence();
    for (const value of values) column.add(value);
    return column;
  });
  const conventions = conventionsOf(evidence);
  return evidence.map((column) => column.conclude(conventions)).map(({ type, format }) => [type, format]);
}

describe("types", () => {
  it.each<[string[], string, string | null]>([
    [["1", "-20", " 3 "], "number", "1,234.56"],
    [["1.5", "0.25"], "number", "1,234.56"],
    [["1,234.5"], "number", "1,234.56"],
    [["1.234.567"], "number", "1.234,56"],
    [["1,5", "2"], "number", "1.234,56"],
    [["1 234,5", "7"], "number", "1 234,56"],
    [["1'234.50"], "number", "1'234.56"],
    [["0.123"], "number", "1,234.56"],
    [["1e5", "2"], "number", "1,234.56"],
    [["$5", "12.50 €", "−3"], "number", "1,234.56"],
    [["1.234", "5.678"], "text", null],
    [["1,234.5", "1.234,5"], "text", null],
    [["007", "12"], "text", null],
    [["+49 30 1234"], "text", null],
    [["1 2 3"], "text", null],
    [["12-34"], "text", null],
    [["true", "FALSE"], "boolean", null],
    [["ja", "Nein"], "boolean", null],
    [["ja", "no"], "text", null],
    [["0", "1"], "number", "1,234.56"],
    [["2026-01-31", "2026-2-1"], "date", "YYYY-MM-DD"],
    [["2026-02-30"], "text", null],
    [["31.12.2026"], "date", "DD.MM.YYYY"],
    [["13/01/2026", "01/02/2026"], "date", "DD/MM/YYYY"],
    [["01/13/2026", "01/02/2026"], "date", "MM/DD/YYYY"],
    [["01/02/2026"], "text", null],
    [["13/01/2026", "01/13/2026"], "text", null],
    [["20260131"], "number", "1,234.56"],
    [["2026-01-31T10:00:00Z"], "timestamp", "YYYY-MM-DD HH:MM:SS±ZZ"],
    [["2026-01-31", "2026-01-31 10:00"], "timestamp", "YYYY-MM-DD HH:MM:SS"],
    [["31.01.2026 10:00:05"], "timestamp", "DD.MM.YYYY HH:MM:SS"],
    [["", " "], "text", null],
    [["a", "1"], "text", null],
  ])("%j is %s %s", (values, type, format) => {
    expect(detect(values)).toEqual([[type, format]]);
  });

  it("are settled by other columns of the file, unless those disagree", () => {
    expect(detect(["1.234"], ["1,5"])[0]).toEqual(["number", "1.234,56"]);
    expect(detect(["1.234"], ["1,5"], ["1.5"])[0]).toEqual(["text", null]);
    expect(detect(["01/02/2026"], ["31/12/2026 10:00"])[0]).toEqual(["date", "DD/MM/YYYY"]);
  });
});

describe("dialects", () => {
  it.each<[string, string]>([
    ["a,b\n1,2\n", ","],
    ["a;b\n1,5;2,5\n", ";"],
    ["a\tb\n1\t2\n", "\t"],
    ["a|b\n1|2\n", "|"],
    ['name;note\n"x, y";"a, b"\n', ";"],
    ["name\nx\n", ","],
  ])("%j is separated by %j", (text, delimiter) => {
    expect(detectDelimiter(text, '"', true)).toBe(delimiter);
  });

  it("have a header where the first row names and does not count", () => {
    expect(
      detectHeader([
        ["id", "name"],
        ["1", "x"],
      ]),
    ).toBe(true);
    expect(
      detectHeader([
        ["1", "x"],
        ["2", "y"],
      ]),
    ).toBe(false);
    expect(
      detectHeader([
        ["shop", "2025", "2026"],
        ["3", "1", "2"],
      ]),
    ).toBe(true);
    expect(detectHeader([])).toBe(false);
  });
});

describe("names", () => {
  it("of columns are unique whatever the case, and never empty", () => {
    expect(columnNames([" Amount ", "amount", "", null, "a\nb", "amount (2)"])).toEqual([
      "Amount",
      "amount (2)",
      "column 3",
      "column 4",
      "a b",
      "amount (2) (2)",
    ]);
  });

  it("of tables need no quotes in SQL where letters allow it", () => {
    expect(tableNameOf("../Sales, Q3 2026.csv", [])).toBe("sales_q3_2026");
    expect(tableNameOf("2026.xlsx", [])).toBe("table_2026");
    expect(tableNameOf("???.csv", [])).toBe("table");
    expect(tableNameOf("Sales.csv", ["SALES", "sales_2"])).toBe("sales_3");
  });
});

describe("facts of a text", () => {
  const factsOf = (bytes: Buffer, size: number) => {
    const reader = new TextFactsReader();
    for (let at = 0; at < bytes.length; at += size) reader.update(bytes.subarray(at, at + size));
    return reader.end();
  };

  it("are the same however it is cut", () => {
    const bytes = Buffer.from("ä€🐦\r\n\r\nx\n\ny\rz\r\nend", "utf8");
    const whole = factsOf(bytes, 1000);
    expect(whole).toEqual({
      bom: null,
      isUtf8: true,
      hasNul: false,
      lines: 5,
      crlf: 3,
      returns: 4,
      blankLines: 2,
      isLastLineOpen: true,
    });
    for (const size of [1, 2, 3, 4, 5]) expect(factsOf(bytes, size)).toEqual(whole);
    expect(factsOf(Buffer.from([0x61, 0xc3]), 1).isUtf8).toBe(false);
    expect(factsOf(Buffer.from("a\xfcb", "latin1"), 1).isUtf8).toBe(false);
  });
});

describe("Excel's numbers", () => {
  it("are dates by their format", () => {
    expect(dateKindOf(14, undefined)).toBe("date");
    expect(dateKindOf(22, undefined)).toBe("timestamp");
    expect(dateKindOf(0, undefined)).toBeNull();
    for (const [code, kind] of [
      ["yyyy-mm-dd", "date"],
      ["d. mmmm yyyy", "date"],
      ["[$-407]dd.mm.yyyy hh:mm", "timestamp"],
      ["[h]:mm:ss", "time"],
      ["mm:ss.0", "time"],
      ['0.00" days"', null],
      ["#,##0.00 [$€-407]", null],
      ["General", null],
      ["[Red]0", null],
    ] as const)
      expect([code, dateKindOf(200, code)]).toEqual([code, kind]);
  });

  it("count days from their system's beginning", () => {
    expect(serialText(46053.5, "timestamp", false)).toBe("2026-01-31 12:00:00");
    expect(serialText(0.999999999, "time", false)).toBe("1900-01-01");
    expect(serialText(0.5, "time", false)).toBe("12:00:00");
    expect(serialText(-1, "date", false)).toBeNull();
    expect(serialText(3_000_000, "date", false)).toBeNull();
  });

  it("have the digits that Excel shows", () => {
    expect(numberText("19.989999999999998")).toBe("19.99");
    expect(numberText("1E-7")).toBe("0.0000001");
    expect(numberText("1.5E+21")).toBe("1500000000000000000000");
    expect(numberText("0.30000000000000004")).toBe("0.3");
  });
});
