import { describe, expect, it } from "vitest";
import { prepareMetric } from "@/lib/charts/prepare-metric";
import { MetricSpec } from "@/lib/charts/spec";
import type { Cell, ResultSet } from "@/lib/charts/types";

const options = { locale: "en-GB", zone: "Europe/Berlin" };
const specOf = (more: object = {}) =>
  MetricSpec.parse({ kind: "metric", title: "Revenue", value: "revenue", ...more });
function resultOf(rows: Cell[][]): ResultSet {
  return {
    columns: [
      { name: "month", type: "date", role: "time" },
      { name: "revenue", type: "number", role: "measure", unit: "currency:EUR" },
      { name: "missed", type: "number", role: "measure", unit: "count" },
      { name: "booked", type: "number", role: "measure", unit: "count" },
    ],
    rows,
    asOf: "2026-11-20T05:00:00Z",
    truncated: false,
    durationMs: 4,
    fromCache: false,
  };
}
const now = resultOf([
  ["2026-10-01", 300_000, 10, 100],
  ["2026-09-01", 200_000, 90, 300],
]);
const before = resultOf([["2026-08-01", 400_000, 40, 400]]);

describe("a day or a time", () => {
  const days: ResultSet = {
    ...now,
    columns: [
      { name: "visited", type: "date", role: "time" },
      { name: "at", type: "timestamp", role: "time" },
    ],
    rows: [
      ["2026-09-12", "2026-09-12T22:30:00Z"],
      ["2026-10-03", null],
      [null, "2026-08-01T08:00:00Z"],
    ],
  };
  const moment = (more: object, result = days) =>
    prepareMetric(result, specOf({ title: "Last visit", value: "visited", ...more }), {
      ...options,
      previous: days,
      comparisonLabel: "vs previous month",
    });

  it.each([
    ["max", "2026-10-03", "3 Oct 2026"],
    ["min", "2026-09-12", "12 Sept 2026"],
    ["first", "2026-09-12", "12 Sept 2026"],
  ])("%s", (aggregate, cell, text) => {
    const model = moment({ aggregate });
    expect(model).toMatchObject({ text, moment: { type: "date", cell }, value: Date.parse(cell) });
    expect(model.summary).toBe(`Last visit: ${text}.`);
  });

  it("is the missing one of the last row, and nothing of no rows", () => {
    expect(moment({ aggregate: "last" })).toMatchObject({ text: "–", value: null });
    expect(moment({ aggregate: "max" }, { ...days, rows: [] })).toMatchObject({ text: "–", empty: true });
  });

  it("is read in the zone of the workspace, and printed in the way that was chosen", () => {
    expect(moment({ value: "at", aggregate: "max" }).text).toMatch(/^13 Sept 2026, 00:30/);
    expect(moment({ value: "at", aggregate: "max", dates: "long" }).text).toBe("13 September 2026");
    expect(moment({ value: "at", aggregate: "max", dates: "iso" }).text).toBe("2026-09-13");
  });

  it("is compared with nothing, has no target and no course", () => {
    const model = moment({ aggregate: "max", compare: "previous_period", target: 3, sparklineBy: "at" });
    expect(model).toMatchObject({ comparison: null, target: null, sparkline: [] });
  });

  it("is counted like anything else, and neither added up nor averaged", () => {
    expect(moment({ aggregate: "count" })).toMatchObject({ value: 2, unit: "count" });
    for (const aggregate of ["sum", "avg"])
      expect(() => moment({ aggregate })).toThrow(
        'The column "visited" holds dates, which cannot be added up. Show the earliest or the latest.',
      );
  });
});

describe("the value", () => {
  it.each([
    ["sum", 500_000],
    ["avg", 250_000],
    ["min", 200_000],
    ["max", 300_000],
    ["first", 300_000],
    ["last", 200_000],
    ["count", 2],
  ])("%s", (aggregate, expected) => {
    expect(prepareMetric(now, specOf({ aggregate }), options).value).toBe(expected);
  });

  it("of a rate weighs its rows", () => {
    const model = prepareMetric(now, specOf({ value: "missed", denominator: "booked" }), options);
    expect(model).toMatchObject({ value: 0.25, unit: "percent", text: "25.0\u00a0%" });
  });

  it("of a rate over nothing is missing, not infinite", () => {
    const model = prepareMetric(
      resultOf([["2026-10-01", 1, 5, 0]]),
      specOf({ value: "missed", denominator: "booked" }),
      options,
    );
    expect(model).toMatchObject({ value: null, text: "–" });
  });

  it("is an en dash without rows and without values, but a count of none is zero", () => {
    expect(prepareMetric(resultOf([]), specOf(), options)).toMatchObject({
      value: null,
      text: "–",
      empty: true,
      summary: "Revenue: no data.",
    });
    expect(prepareMetric(resultOf([["2026-10-01", null, 1, 1]]), specOf(), options)).toMatchObject({
      value: null,
      text: "–",
      empty: false,
    });
    expect(prepareMetric(resultOf([]), specOf({ aggregate: "count" }), options)).toMatchObject({
      value: 0,
      text: "0",
    });
  });

  it("keeps zero and negative values", () => {
    expect(prepareMetric(resultOf([["2026-10-01", 0, 1, 1]]), specOf(), options).text).toBe("€0.00");
    expect(prepareMetric(resultOf([["2026-10-01", -5000, 1, 1]]), specOf(), options).text).toBe("−€5,000");
  });

  it("is shortened from ten million", () => {
    expect(prepareMetric(resultOf([["2026-10-01", 9_999_999, 1, 1]]), specOf(), options).text).toBe(
      "€9,999,999",
    );
    expect(prepareMetric(resultOf([["2026-10-01", 12_400_000, 1, 1]]), specOf(), options).text).toBe(
      "€12.4m",
    );
  });

  it("shows part of an average count", () => {
    expect(
      prepareMetric(
        resultOf([
          ["2026-10-01", 1, 2, 1],
          ["2026-10-02", 1, 3, 1],
        ]),
        specOf({ value: "missed", aggregate: "avg" }),
        options,
      ).text,
    ).toBe("2.5");
  });
});

describe("the comparison", () => {
  const compared = (more: object) =>
    prepareMetric(now, specOf({ compare: "previous_period", ...more }), {
      ...options,
      previous: before,
      comparisonLabel: "vs previous 30 days",
    }).comparison;
  it("is judged by the direction of the metric", () => {
    expect(compared({ direction: "higher" })).toEqual({
      label: "vs previous 30 days",
      previous: 400_000,
      previousText: "€400,000",
      changeText: "+25.0\u00a0%",
      differenceText: "+€100,000",
      direction: "up",
      tone: "good",
    });
    expect(compared({ direction: "lower" })?.tone).toBe("bad");
    expect(compared({ direction: "none" })?.tone).toBe("neutral");
  });
  it("of a rate is in points", () => {
    expect(compared({ value: "missed", denominator: "booked", direction: "lower" })).toMatchObject({
      changeText: "+15.0\u00a0pt",
      direction: "up",
      tone: "bad",
    });
  });
  it("is flat when it prints as zero", () => {
    const same = resultOf([["2026-08-01", 500_010, 1, 1]]);
    expect(
      prepareMetric(now, specOf({ compare: "previous_period", direction: "higher" }), {
        ...options,
        previous: same,
      }).comparison,
    ).toMatchObject({
      changeText: "0.0\u00a0%",
      direction: "flat",
      tone: "neutral",
      label: "vs previous period",
    });
  });
  it("from zero or from nothing has no percentage", () => {
    const zero = resultOf([["2026-08-01", 0, 1, 1]]);
    expect(
      prepareMetric(now, specOf({ compare: "previous_period", direction: "higher" }), {
        ...options,
        previous: zero,
      }).comparison,
    ).toMatchObject({ changeText: null, direction: "up", tone: "good", previousText: "€0.00" });
    expect(
      prepareMetric(now, specOf({ compare: "previous_period" }), { ...options, previous: resultOf([]) })
        .comparison,
    ).toMatchObject({ changeText: null, direction: "flat", previousText: "–" });
  });
  it("is absent when none was asked for", () => {
    expect(prepareMetric(now, specOf(), { ...options, previous: before }).comparison).toBeNull();
    expect(prepareMetric(now, specOf({ compare: "previous_period" }), options).comparison).toBeNull();
  });
});

it("reaches its target from the side of its direction", () => {
  const reached = (target: number, direction: string) =>
    prepareMetric(now, specOf({ target, direction }), options).target?.reached;
  expect(reached(500_000, "higher")).toBe(true);
  expect(reached(500_001, "higher")).toBe(false);
  expect(reached(600_000, "lower")).toBe(true);
  expect(reached(400_000, "lower")).toBe(false);
});

it("draws its course oldest first, gaps kept", () => {
  const result = resultOf([
    ["2026-10-01", 3, 1, 2],
    ["2026-08-01", 1, 1, 4],
    ["2026-09-01", null, 1, 0],
    ["2026-10-01", 4, 1, 2],
  ]);
  expect(prepareMetric(result, specOf({ sparklineBy: "month" }), options).sparkline).toEqual([1, null, 7]);
  expect(
    prepareMetric(result, specOf({ sparklineBy: "month", value: "missed", denominator: "booked" }), options)
      .sparkline,
  ).toEqual([0.25, null, 0.5]);
});

it("says it all in one sentence", () => {
  const model = prepareMetric(
    now,
    specOf({ compare: "previous_period", target: 600_000, direction: "higher" }),
    { ...options, previous: before, comparisonLabel: "vs previous 30 days" },
  );
  expect(model.summary).toBe(
    "Revenue: €500,000, +25.0\u00a0% vs previous 30 days (€400,000), target €600,000 not reached.",
  );
});

it("names a column that is missing or holds no numbers", () => {
  expect(() => prepareMetric(now, specOf({ value: "profit" }), options)).toThrow(
    'There is no column "profit"',
  );
  expect(() => prepareMetric(now, specOf({ value: "month" }), options)).toThrow(
    'The column "month" holds dates, which cannot be added up.',
  );
});
