import { describe, expect, it } from "vitest";
import type { CellRule, CellFormat } from "@/lib/charts/cell-format-spec";
import { arrowOf, legendSentences, markedText, toneOf } from "@/lib/charts/cell-rules";
import { barOf, extentOf, shadeOf } from "@/lib/charts/cell-scale";
import { parseSeries } from "@/lib/charts/cell-series";
import { prepareTable } from "@/lib/charts/prepare-table";
import { TableSpec } from "@/lib/charts/spec";
import { sparkText } from "@/lib/charts/sparkline";
import type { Cell, ResultSet } from "@/lib/charts/types";

const nothing = () => null;

describe("rules", () => {
  const rules: CellRule[] = [
    { test: "above", than: { value: 0.12 }, tone: "bad" },
    { test: "at_least", than: { column: "limit" }, tone: "warn" },
    { test: "missing", than: { value: "" }, tone: "note" },
    { test: "below", than: { value: 0.08 }, tone: "good" },
  ];
  const tone = (raw: Cell, limit: Cell = 0.1) => toneOf(rules, raw, "number", () => limit);

  it("the first that holds decides", () => {
    expect(tone(0.2)).toBe("bad");
    expect(tone(0.12)).toBe("warn");
    expect(tone(0.09)).toBeUndefined();
    expect(tone(0.05)).toBe("good");
  });
  it("nothing is compared with nothing", () => {
    expect(tone(null)).toBe("note");
    expect(tone(0.11, null)).toBeUndefined();
  });
  it("a number too long for a double is compared as a number, not as letters", () => {
    const above: CellRule[] = [{ test: "above", than: { value: 5 }, tone: "bad" }];
    expect(toneOf(above, "123456789012345678901", "number", nothing)).toBe("bad");
  });
  it("words are compared without case, dates as days", () => {
    const is = (test: CellRule["test"], value: string): CellRule[] => [
      { test, than: { value }, tone: "note" },
    ];
    expect(toneOf(is("equal", "open"), "Open", "text", nothing)).toBe("note");
    expect(toneOf(is("contains", "PEN"), "Open", "text", nothing)).toBe("note");
    expect(toneOf(is("below", "2026-02-01"), "2026-01-31", "date", nothing)).toBe("note");
    expect(toneOf(is("below", "soon"), "2026-01-31", "date", nothing)).toBeUndefined();
  });
});

describe("arrows, bars and shades", () => {
  it("an arrow is judged by what is better", () => {
    const arrow = (raw: Cell, better: "higher" | "lower" | "none") =>
      arrowOf({ than: { value: 10 }, better }, raw, "number", nothing);
    expect(arrow(12, "higher")).toEqual({ direction: "up", tone: "good" });
    expect(arrow(12, "lower")).toEqual({ direction: "up", tone: "bad" });
    expect(arrow(12, "none")).toEqual({ direction: "up", tone: "neutral" });
    expect(arrow(10, "lower")).toEqual({ direction: "flat", tone: "neutral" });
    expect(arrow(null, "higher")).toBeNull();
  });
  it("bars begin at zero, whatever the smallest value", () => {
    const extent = extentOf([50, 100, null]);
    expect(barOf(50, extent)).toEqual({ from: 0, to: 0.5, negative: false });
    expect(barOf(-50, extentOf([-50, 150]))).toEqual({ from: 0, to: 0.25, negative: true });
    expect(barOf(0, extentOf([0, 0]))).toBeUndefined();
    expect(barOf(null, extent)).toBeUndefined();
  });
  it("shades go from the least to the most, or to both sides of the middle", () => {
    const of = (values: number[], scale: NonNullable<CellFormat["scale"]>) =>
      values.map((value) => shadeOf(value, extentOf(values), scale));
    expect(of([0, 20, 50, 100], { ramp: "sequential" })).toEqual([0, 1, 2, 4]);
    expect(of([7, 7], { ramp: "sequential" })).toEqual([0, 0]);
    expect(of([-10, 0, 5, 10], { ramp: "diverging", middle: 0 })).toEqual([0, 3, 5, 6]);
    expect(of([4, 4], { ramp: "diverging", middle: 4 })).toEqual([3, 3]);
  });
});

describe("courses", () => {
  it.each([
    ["[3, 5, null, 8]", [3, 5, null, 8]],
    ["{3,5,NULL,-8e2}", [3, 5, null, -800]],
    ["1;2;3", [1, 2, 3]],
    ["4", [4]],
    [7, [7]],
    ["[3, x]", null],
    ["[]", null],
    ["", null],
    [null, null],
  ] as [Cell, (number | null)[] | null][])("%j is %j", (cell, series) => {
    expect(parseSeries(cell)).toEqual(series);
  });
  it("reads in letters where it cannot be drawn", () => {
    expect(sparkText([1, 2, null, 8])).toBe("▁▂ █");
    expect(sparkText([5, 5])).toBe("▅▅");
    expect(sparkText(Array.from({ length: 100 }, (_, index) => index))).toHaveLength(12);
    expect(sparkText([])).toBe("");
  });
});

const result: ResultSet = {
  columns: [
    { name: "clinic", type: "text", role: "dimension" },
    { name: "month", type: "date", role: "time" },
    { name: "revenue", type: "number", role: "measure", unit: "currency:EUR" },
    { name: "missed", type: "number", role: "measure", unit: "percent" },
    { name: "url", type: "text", role: "dimension" },
  ],
  rows: [
    ["B", "2026-02-01", 20, 0.2, "javascript:alert(1)"],
    ["A", "2026-02-01", 70, 0.1, "https://a.example"],
    ["A", "2026-01-01", 30, 0.3, "https://a.example"],
    ["B", "2026-01-01", 10, null, "javascript:alert(1)"],
  ],
  asOf: "2026-11-20T05:00:00Z",
  truncated: false,
  durationMs: 4,
  fromCache: false,
};
const prepare = (spec: object) =>
  prepareTable(result, TableSpec.parse({ kind: "table", title: "", ...spec }), {
    locale: "en-GB",
    zone: "Europe/Berlin",
  });

describe("prepareTable", () => {
  it("rows along a column become one, with their course in its order", () => {
    const model = prepare({
      columns: [{ name: "clinic" }, { name: "revenue", spark: { over: "month" } }, { name: "missed" }],
      sort: [{ column: "clinic", descending: false }],
      totals: true,
    });
    expect(model.rows.map((row) => row.map((cell) => cell.text))).toEqual([
      ["A", "€100.00", "20.0\u00a0%"],
      ["B", "€30.00", "20.0\u00a0%"],
    ]);
    expect(model.rows.map((row) => row[1]?.look?.spark)).toEqual([
      [30, 70],
      [10, 20],
    ]);
    expect(model.totals?.[1]?.raw).toBe(130);
    expect(model.notices.map((notice) => notice.text)).toEqual([
      "Missed is the average of the rows that became one, each weighing the same.",
    ]);
  });
  it("an address that could run is no link", () => {
    const model = prepare({ columns: [{ name: "clinic", link: "{{url}}" }] });
    expect(model.rows.map((row) => row[0]?.look?.href)).toEqual([
      undefined,
      "https://a.example/",
      "https://a.example/",
      undefined,
    ]);
    expect(
      TableSpec.safeParse({ kind: "table", title: "", columns: [{ name: "a", link: "javascript:1" }] })
        .success,
    ).toBe(false);
  });
  it("marks are said in words once, and stand before the text where they cannot be drawn", () => {
    const model = prepare({
      columns: [
        { name: "missed", rules: [{ test: "above", than: { value: 0.15 }, tone: "bad" }] },
        { name: "revenue", arrows: { than: { value: 25 }, better: "higher" } },
      ],
    });
    expect(legendSentences(model.columns)).toEqual([
      "Missed: ✗ above 15.0\u00a0%",
      "Revenue: ▲ above €25.00 · ▼ below €25.00",
    ]);
    expect(model.rows.map((row) => row.map(markedText))).toEqual([
      ["✗ 20.0\u00a0%", "▼ €20.00"],
      ["10.0\u00a0%", "▲ €70.00"],
      ["✗ 30.0\u00a0%", "▲ €30.00"],
      ["–", "▼ €10.00"],
    ]);
  });
  it("sorts before it cuts", () => {
    const model = prepare({
      columns: [{ name: "revenue" }],
      sort: [{ column: "revenue", descending: true }],
      maxRows: 2,
    });
    expect(model.rows.map((row) => row[0]?.raw)).toEqual([70, 30]);
  });
  it("names a column that a rule compares with and that is not there", () => {
    expect(() =>
      prepare({
        columns: [{ name: "revenue", rules: [{ test: "above", than: { column: "goal" }, tone: "good" }] }],
      }),
    ).toThrow('There is no column "goal"');
  });
});
