import { describe, expect, it } from "vitest";
import type { CartesianSpec, ComboSpec } from "@/lib/charts/chart-spec";
import { prepareCartesian } from "@/lib/charts/prepare-cartesian";
import { changeAt } from "@/lib/charts/print-series";
import { chartToTable } from "@/lib/charts/table-of";
import type { Cell, ResultColumn, ResultSet } from "@/lib/charts/types";

const day: ResultColumn = { name: "day", type: "date", role: "time" };
const clinic: ResultColumn = { name: "clinic", type: "text", role: "dimension" };
const revenue: ResultColumn = { name: "revenue", type: "number", role: "measure", unit: "currency:EUR" };

function resultOf(rows: Cell[][], columns = [day, revenue]): ResultSet {
  return { columns, rows, asOf: "2026-11-20T05:00:00Z", truncated: false, durationMs: 4, fromCache: false };
}
function specOf(more: Partial<CartesianSpec> = {}): CartesianSpec {
  return {
    kind: "line",
    title: "Revenue",
    x: "day",
    y: ["revenue"],
    stacking: "none",
    horizontal: false,
    ...more,
  };
}
type Days = { from: string; to: string };
const OCTOBER: Days = { from: "2026-10-01", to: "2026-11-01" };
const SEPTEMBER: Days = { from: "2026-09-01", to: "2026-10-01" };

function draw(
  shown: [ResultSet, Days],
  compared: [ResultSet, Days],
  more: Partial<CartesianSpec> = {},
  zone = "Europe/Berlin",
) {
  return prepareCartesian(shown[0], specOf(more), {
    locale: "en-GB",
    zone,
    previous: compared[0],
    comparisonLabel: "vs previous month",
    periods: { shown: shown[1], compared: compared[1] },
  });
}
const pairs = (model: ReturnType<typeof draw>) =>
  model.points.map((point) => [point.label, point.values.s0, point.comparedLabel, point.values.s1]);

describe("the period compared with", () => {
  it("is a second series in the colour of the first, at the same places", () => {
    const model = draw(
      [
        resultOf([
          ["2026-10-01", 110],
          ["2026-10-02", 90],
        ]),
        OCTOBER,
      ],
      [
        resultOf([
          ["2026-09-01", 100],
          ["2026-09-02", 120],
        ]),
        SEPTEMBER,
      ],
      { colors: { Revenue: 4 } },
    );
    expect(model.series).toEqual([
      { key: "s0", name: "Revenue", color: 4 },
      { key: "s1", name: "Previous month", color: 4, compares: "s0" },
    ]);
    expect(pairs(model)).toEqual([
      ["1 Oct 2026", 110, "1 Sept 2026", 100],
      ["2 Oct 2026", 90, "2 Sept 2026", 120],
    ]);
    // 120 of the month before must be in sight too.
    expect(model.yTicks.at(-1)?.value).toBeGreaterThanOrEqual(120);
    expect(model.notices).toEqual([]);
    expect(model.summary).toContain("drawn beside it: previous month.");
    const [series] = model.series.filter((entry) => entry.compares);
    expect(model.points.map((point) => series && changeAt(model, point, series))).toEqual([
      "+10.0\u00a0%",
      "−25.0\u00a0%",
    ]);
  });

  it("stands in the table with its own dates and the change", () => {
    const table = chartToTable(
      draw([resultOf([["2026-10-01", 110]]), OCTOBER], [resultOf([["2026-09-01", 100]]), SEPTEMBER]),
    );
    expect(table.columns.map((column) => column.name)).toEqual([
      "Day",
      "Compared with",
      "Revenue",
      "Previous month",
      "Change",
    ]);
    expect(table.rows[0]?.map((cell) => cell.text)).toEqual([
      "1 Oct 2026",
      "1 Sept 2026",
      "€110.00",
      "€100.00",
      "+10.0\u00a0%",
    ]);
    expect(table.rows[0]?.[4]?.raw).toBeCloseTo(0.1, 12);
  });

  it("leaves a gap where either side has no day, and says what has no counterpart", () => {
    const model = draw(
      [
        resultOf([
          ["2026-02-01", 1],
          ["2026-02-03", 3],
        ]),
        { from: "2026-02-01", to: "2026-03-01" },
      ],
      [
        resultOf([
          ["2026-01-01", 10],
          ["2026-01-31", 40],
        ]),
        { from: "2026-01-01", to: "2026-02-01" },
      ],
    );
    expect(pairs(model)).toEqual([
      ["1 Feb 2026", 1, "1 Jan 2026", 10],
      ["3 Feb 2026", 3, undefined, null],
    ]);
    expect(model.notices.map((notice) => notice.text)).toEqual([
      "Not drawn: 1 point of the period compared with, without a counterpart in the one shown.",
    ]);
  });

  it.each([
    [
      "a year with a leap day",
      "2025-03-01",
      "2024-03-01",
      ["2025-01-01", "2026-01-01"],
      ["2024-01-01", "2025-01-01"],
    ],
    [
      "quarters of other lengths",
      "2026-11-01",
      "2026-08-01",
      ["2026-10-01", "2027-01-01"],
      ["2026-07-01", "2026-10-01"],
    ],
    [
      "days before days",
      "2026-11-10",
      "2026-10-11",
      ["2026-11-01", "2026-12-01"],
      ["2026-10-02", "2026-11-01"],
    ],
  ])("keeps places in %s", (_, shown, compared, [from = "", to = ""], [start = "", end = ""]) => {
    const model = draw(
      [
        resultOf([
          [from, 0],
          [shown, 1],
        ]),
        { from, to },
      ],
      [
        resultOf([
          [start, 0],
          [compared, 7],
        ]),
        { from: start, to: end },
      ],
    );
    expect(model.points[1]?.values.s1).toBe(7);
  });

  it.each([
    [
      "weeks, though a year is no number of weeks",
      ["2026-09-28", "2026-10-05", "2026-10-12"],
      ["2025-09-29", "2025-10-06", "2025-10-13"],
    ],
    ["months", ["2026-10-01", "2026-11-01"], ["2025-10-01", "2025-11-01"]],
    ["quarters", ["2026-10-01", "2027-01-01", "2027-04-01"], ["2025-10-01", "2026-01-01", "2026-04-01"]],
  ])("are laid over each other by %s", (_, shown, compared) => {
    const model = draw(
      [resultOf(shown.map((at, index) => [at, index])), { from: "2026-10-01", to: "2027-07-01" }],
      [resultOf(compared.map((at, index) => [at, index * 10])), { from: "2025-10-01", to: "2026-07-01" }],
    );
    expect(model.points.map((point) => point.values.s1)).toEqual(shown.map((_at, index) => index * 10));
  });

  it("lays hours over each other by the clock of the zone", () => {
    const at: ResultColumn = { name: "day", type: "timestamp", role: "time" };
    // The clocks go back between the two: 08:00 in Berlin is 06:00 and then 07:00 in UTC.
    const model = draw(
      [resultOf([["2026-10-26T07:00:00Z", 2]], [at, revenue]), { from: "2026-10-26", to: "2026-10-27" }],
      [resultOf([["2026-10-23T06:00:00Z", 1]], [at, revenue]), { from: "2026-10-23", to: "2026-10-24" }],
    );
    expect(model.points[0]?.values).toEqual({ s0: 2, s1: 1 });
    expect(model.points[0]?.comparedLabel).toBe("23 Oct 2026, 08:00");
  });

  const split = (month: string, names: string[]) =>
    resultOf(
      names.map((name, index) => [`2026-${month}-01`, name, index + 1]),
      [day, clinic, revenue],
    );

  it("is drawn for each of up to three series, right behind it", () => {
    const model = draw(
      [split("10", ["North", "South"]), OCTOBER],
      [split("09", ["South", "East"]), SEPTEMBER],
      { series: "clinic" },
    );
    expect(model.series.map(({ name, color, compares }) => [name, color, compares])).toEqual([
      ["North", 0, undefined],
      ["North, previous month", 0, "s0"],
      ["South", 1, undefined],
      ["South, previous month", 1, "s2"],
    ]);
    expect(model.points[0]?.values).toEqual({ s0: 1, s1: null, s2: 2, s3: 1 });
  });

  it.each([
    ["four series", ["A", "B", "C", "D"], {}, "with more than 3 series"],
    ["a stack", ["A", "B"], { kind: "bar", stacking: "stacked" }, "no place in a stack"],
    ["shares", ["A", "B"], { kind: "area", stacking: "percent" }, "no place in shares"],
  ] as const)("is not drawn over %s, and the chart says so", (_, names, more, words) => {
    const model = draw([split("10", [...names]), OCTOBER], [split("09", [...names]), SEPTEMBER], {
      series: "clinic",
      ...more,
    });
    expect(model.series).toHaveLength(names.length);
    expect(model.notices.map((notice) => notice.text).join()).toContain(words);
  });

  it("says when there is nothing to compare with", () => {
    const model = draw([resultOf([["2026-10-01", 1]]), OCTOBER], [resultOf([]), SEPTEMBER]);
    expect(model.series).toHaveLength(1);
    expect(model.notices.map((notice) => notice.text)).toEqual([
      "Previous month has no values to compare with.",
    ]);
  });

  it("is no part of an average line", () => {
    const model = draw(
      [resultOf([["2026-10-01", 10]]), OCTOBER],
      [resultOf([["2026-09-01", 90]]), SEPTEMBER],
      { references: [{ kind: "average" }] },
    );
    expect(model.references?.[0]?.value).toBe(10);
  });
});

describe("the period compared with, in bars and lines", () => {
  const rate: ResultColumn = { name: "rate", type: "number", role: "measure", unit: "percent" };
  const columns = [day, revenue, { ...revenue, name: "costs" }, rate, { ...rate, name: "share" }];
  const combo: ComboSpec = {
    kind: "combo",
    title: "Revenue",
    x: "day",
    y: ["revenue"],
    lines: ["rate"],
    linesAxis: "right",
    stacking: "none",
  };
  const both = (spec: ComboSpec) =>
    prepareCartesian(resultOf([["2026-10-01", 110, 60, 0.4, 0.1]], columns), spec, {
      locale: "en-GB",
      zone: "Europe/Berlin",
      previous: resultOf([["2026-09-01", 400, 50, 0.9, 0.2]], columns),
      comparisonLabel: "vs previous month",
      periods: { shown: OCTOBER, compared: SEPTEMBER },
    });

  it("stands behind both, each on its own axis", () => {
    const model = both(combo);
    expect(model.series).toEqual([
      { key: "s0", name: "Revenue", color: 0 },
      { key: "s1", name: "Revenue, previous month", color: 0, compares: "s0" },
      { key: "s2", name: "Rate", color: 1, asLine: true, onRight: true },
      { key: "s3", name: "Rate, previous month", color: 1, asLine: true, onRight: true, compares: "s2" },
    ]);
    expect(model.points[0]?.values).toEqual({ s0: 110, s1: 400, s2: 0.4, s3: 0.9 });
    expect(model.yTicks.at(-1)?.value).toBeGreaterThanOrEqual(400);
    expect(model.yTicks.at(-1)?.value).toBeLessThan(1000);
    expect(model.right?.yTicks.at(-1)?.value).toBeGreaterThanOrEqual(0.9);
    expect(chartToTable(model).rows[0]?.map((cell) => cell.text)).toEqual([
      "1 Oct 2026",
      "1 Sept 2026",
      "€110.00",
      "€400.00",
      "−72.5\u00a0%",
      "40.0\u00a0%",
      "90.0\u00a0%",
      "−50.0\u00a0pt",
    ]);
  });

  it("shares the one axis when the lines do", () => {
    const model = both({ ...combo, lines: ["costs"], linesAxis: "left" });
    expect(model.series.map(({ compares, asLine, onRight }) => [compares, asLine, onRight])).toEqual([
      [undefined, undefined, undefined],
      ["s0", undefined, undefined],
      [undefined, true, undefined],
      ["s2", true, undefined],
    ]);
    expect(model.yTicks.at(-1)?.value).toBeGreaterThanOrEqual(400);
  });

  it("stands beside a stack of one, and says that it has no place in a stack of more", () => {
    expect(both({ ...combo, stacking: "stacked" }).series).toHaveLength(4);
    const model = both({ ...combo, stacking: "stacked", y: ["revenue", "costs"] });
    expect(model.series).toHaveLength(3);
    expect(model.notices.map((notice) => notice.text)).toEqual([
      "Previous month is not drawn: it has no place in a stack.",
    ]);
  });

  it("is not drawn over more than three bars and lines, and the chart says so", () => {
    const model = both({ ...combo, y: ["revenue", "costs"], lines: ["rate", "share"] });
    expect(model.notices.map((notice) => notice.text).join()).toContain("with more than 3 series");
  });
});
