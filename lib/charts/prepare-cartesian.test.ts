import { describe, expect, it } from "vitest";
import { prepareCartesian } from "@/lib/charts/prepare-cartesian";
import type { CartesianSpec } from "@/lib/charts/chart-spec";
import type { Cell, ResultColumn, ResultSet } from "@/lib/charts/types";

const options = { locale: "en-GB", zone: "Europe/Berlin" };
const month: ResultColumn = { name: "month", type: "date", role: "time" };
const clinic: ResultColumn = { name: "clinic", type: "text", role: "dimension" };
const revenue: ResultColumn = { name: "revenue", type: "number", role: "measure", unit: "currency:EUR" };

function resultOf(columns: ResultColumn[], rows: Cell[][]): ResultSet {
  return { columns, rows, asOf: "2026-11-20T05:00:00Z", truncated: false, durationMs: 4, fromCache: false };
}
function specOf(more: Partial<CartesianSpec> = {}): CartesianSpec {
  return {
    kind: "line",
    title: "Revenue",
    x: "month",
    y: ["revenue"],
    stacking: "none",
    horizontal: false,
    ...more,
  };
}
const monthly = (values: Cell[]) =>
  resultOf(
    [month, revenue],
    values.map((value, index) => [`2026-${String(index + 1).padStart(2, "0")}-01`, value]),
  );

describe("points", () => {
  it("are sorted by time and carry printed labels", () => {
    const model = prepareCartesian(
      resultOf(
        [month, revenue],
        [
          ["2026-03-01", 3],
          ["2026-01-01", 1],
          ["2026-02-01", 2],
        ],
      ),
      specOf(),
      options,
    );
    expect(model.points.map((point) => [point.label, point.axisLabel, point.values.s0])).toEqual([
      ["Jan 2026", "Jan", 1],
      ["Feb 2026", "Feb", 2],
      ["Mar 2026", "Mar", 3],
    ]);
    expect(model.xName).toBe("Month");
  });

  it("keep null as a gap and zero as a measurement", () => {
    const model = prepareCartesian(monthly([5, null, 0]), specOf(), options);
    expect(model.points.map((point) => point.values.s0)).toEqual([5, null, 0]);
  });

  it("take decimal strings", () => {
    const model = prepareCartesian(monthly(["12.50", "-3.25"]), specOf(), options);
    expect(model.points.map((point) => point.values.s0)).toEqual([12.5, -3.25]);
  });

  it("keep the order of the query for categories, and name the missing one", () => {
    const result = resultOf(
      [clinic, revenue],
      [
        ["Riverside", 2],
        [null, 1],
        ["Docklands", 3],
      ],
    );
    const model = prepareCartesian(result, specOf({ kind: "bar", x: "clinic" }), options);
    expect(model.points.map((point) => point.label)).toEqual(["Riverside", "(none)", "Docklands"]);
    expect(model.xTickSets).toBeUndefined();
  });

  it("add up rows sharing an x, and say so", () => {
    const model = prepareCartesian(
      resultOf(
        [clinic, revenue],
        [
          ["Riverside", 2],
          ["Riverside", 5],
        ],
      ),
      specOf({ kind: "bar", x: "clinic" }),
      options,
    );
    expect(model.points[0]?.values.s0).toBe(7);
    expect(model.notices).toEqual([
      { kind: "merged", text: "Several rows share the same clinic; they were added up." },
    ]);
  });

  it("average rates instead of adding them up", () => {
    const rate: ResultColumn = { name: "missed", type: "number", role: "measure", unit: "percent" };
    const model = prepareCartesian(
      resultOf(
        [clinic, rate],
        [
          ["Riverside", 0.1],
          ["Riverside", 0.3],
        ],
      ),
      specOf({ kind: "bar", x: "clinic", y: ["missed"] }),
      options,
    );
    expect(model.points[0]?.values.s0).toBeCloseTo(0.2, 12);
    expect(model.notices[0]?.text).toContain("averaged");
  });

  it("leave out rows without a date, and say how many", () => {
    const model = prepareCartesian(
      resultOf(
        [month, revenue],
        [
          ["2026-01-01", 1],
          [null, 2],
        ],
      ),
      specOf(),
      options,
    );
    expect(model.points).toHaveLength(1);
    expect(model.notices[0]?.text).toBe('Left out: 1 row without a date in "month".');
  });
});

describe("series", () => {
  it("come from several measures", () => {
    const cost: ResultColumn = { ...revenue, name: "staff_cost" };
    const model = prepareCartesian(
      resultOf([month, revenue, cost], [["2026-01-01", 1, 2]]),
      specOf({ y: ["revenue", "staff_cost"] }),
      options,
    );
    expect(model.series).toEqual([
      { key: "s0", name: "Revenue", color: 0 },
      { key: "s1", name: "Staff cost", color: 1 },
    ]);
  });

  it("come from the values of a column, with gaps where one has no row", () => {
    const rows: Cell[][] = [
      ["2026-01-01", "A", 1],
      ["2026-01-01", "B", 2],
      ["2026-02-01", "B", 3],
    ];
    const model = prepareCartesian(
      resultOf([month, clinic, revenue], rows),
      specOf({ series: "clinic" }),
      options,
    );
    expect(model.series.map((series) => series.name)).toEqual(["A", "B"]);
    expect(model.points.map((point) => point.values)).toEqual([
      { s0: 1, s1: 2 },
      { s0: null, s1: 3 },
    ]);
  });

  it("beyond fifty are added up as Other, and said so", () => {
    const rows = Array.from({ length: 60 }, (_, index): Cell[] => [
      "2026-01-01",
      `clinic ${index}`,
      index + 1,
    ]);
    const model = prepareCartesian(
      resultOf([month, clinic, revenue], rows),
      specOf({ series: "clinic" }),
      options,
    );
    expect(model.series).toHaveLength(50);
    expect(model.series.at(-1)?.name).toBe("Other (11)");
    expect(model.points[0]?.values.s49).toBe((11 * 12) / 2);
    expect(model.notices[0]).toEqual({
      kind: "merged",
      text: 'Showing the 49 largest of 60 series; the other ones are added up as "Other".',
    });
  });

  it("of a rate are left out beyond fifty: their sum would mean nothing", () => {
    const rows = Array.from({ length: 60 }, (_, index): Cell[] => [
      "2026-01-01",
      `clinic ${index}`,
      index / 100,
    ]);
    const model = prepareCartesian(
      resultOf([month, clinic, { ...revenue, unit: "percent" }], rows),
      specOf({ series: "clinic" }),
      options,
    );
    expect(model.series).toHaveLength(50);
    expect(model.notices[0]?.text).toContain("left out");
  });
});

describe("a hundred thousand rows", () => {
  it("are thinned out, peaks kept, and said so", () => {
    const start = Date.parse("2026-01-01T00:00:00Z");
    const at: ResultColumn = { name: "at", type: "timestamp", role: "time" };
    const rows = Array.from({ length: 100_000 }, (_, index): Cell[] => [
      new Date(start + index * 60_000).toISOString(),
      index === 54_321 ? 10_000 : Math.sin(index / 900),
    ]);
    const model = prepareCartesian(resultOf([at, revenue], rows), specOf({ x: "at" }), options);
    expect(model.points.length).toBeLessThan(1100);
    expect(model.points.some((point) => point.values.s0 === 10_000)).toBe(true);
    expect(model.notices).toEqual([
      {
        kind: "downsampled",
        text: `Drawn with ${model.points.length.toLocaleString("en-GB")} of 100,000 points, chosen to keep the shape and the peaks.`,
      },
    ]);
  });

  it("are cut when they are categories", () => {
    const rows = Array.from({ length: 2500 }, (_, index): Cell[] => [`clinic ${index}`, index]);
    const model = prepareCartesian(
      resultOf([clinic, revenue], rows),
      specOf({ kind: "bar", x: "clinic" }),
      options,
    );
    expect(model.points).toHaveLength(1000);
    expect(model.notices[0]?.text).toBe("Showing the first 1,000 of 2,500 values.");
  });
});

describe("the value axis", () => {
  const ticks = (values: Cell[], more: Partial<CartesianSpec> = {}) =>
    prepareCartesian(monthly(values), specOf(more), options).yTicks.map((tick) => tick.value);
  it("stands on zero under bars and areas", () => {
    expect(ticks([830_000, 1_042_000], { kind: "bar" })[0]).toBe(0);
    expect(ticks([830_000, 1_042_000], { kind: "area" })[0]).toBe(0);
  });
  it("may leave zero out under a line far from it", () => {
    expect(ticks([830_000, 1_042_000])[0]).toBe(800_000);
    expect(ticks([83_000, 1_042_000])[0]).toBe(0);
  });
  it("reaches the ends of the stacks, up and down", () => {
    const cost: ResultColumn = { ...revenue, name: "cost" };
    const model = prepareCartesian(
      resultOf(
        [month, revenue, cost],
        [
          ["2026-01-01", 60, -90],
          ["2026-02-01", 50, 40],
        ],
      ),
      specOf({ kind: "bar", stacking: "stacked", y: ["revenue", "cost"] }),
      options,
    );
    expect(model.yTicks[0]?.value).toBe(-100);
    expect(model.yTicks.at(-1)?.value).toBe(100);
  });
  it("has no ticks when every value is missing, and the sentence says so", () => {
    const model = prepareCartesian(monthly([null, null]), specOf(), options);
    expect(model).toMatchObject({ empty: false, yTicks: [], summary: "Revenue: no values." });
    expect(model.points).toHaveLength(2);
  });
});

it("is empty, with a sentence, when there are no rows", () => {
  expect(prepareCartesian(monthly([]), specOf(), options)).toMatchObject({
    empty: true,
    points: [],
    summary: "Revenue: no data.",
  });
});

it("tells the course in one sentence", () => {
  const { summary } = prepareCartesian(monthly([830_000, null, 1_062_000, 1_042_000]), specOf(), options);
  expect(summary).toBe(
    "Revenue: from €830,000 (Jan 2026) to €1,042,000 (Apr 2026), highest €1,062,000 (Mar 2026), lowest €830,000 (Jan 2026).",
  );
});

it("says that the query returns more than was read", () => {
  const model = prepareCartesian({ ...monthly([1, 2]), truncated: true }, specOf(), options);
  expect(model.notices).toEqual([
    { kind: "truncated", text: "Only the first 2 rows were read: the query returns more." },
  ]);
});

it("names a column that is missing, and those there are", () => {
  expect(() => prepareCartesian(monthly([1]), specOf({ y: ["profit"] }), options)).toThrow(
    'There is no column "profit" in this result. Choose one of: "month", "revenue".',
  );
});

it("refuses to measure text", () => {
  expect(() =>
    prepareCartesian(resultOf([month, clinic, revenue], []), specOf({ y: ["clinic"] }), options),
  ).toThrow('The column "clinic" holds text, not numbers. Choose one of: "revenue".');
});

it("refuses two units on one axis", () => {
  const rate: ResultColumn = { name: "missed", type: "number", role: "measure", unit: "percent" };
  const result = resultOf([month, revenue, rate], []);
  expect(() => prepareCartesian(result, specOf({ y: ["revenue", "missed"] }), options)).toThrow(
    '"revenue" is measured in currency:EUR and "missed" in percent; a chart has one axis.',
  );
  expect(prepareCartesian(result, specOf({ y: ["revenue", "missed"], unit: "number" }), options).unit).toBe(
    "number",
  );
});

it("is plain JSON", () => {
  const model = prepareCartesian(monthly([1, null, 3]), specOf(), options);
  expect(JSON.parse(JSON.stringify(model))).toEqual(model);
});
