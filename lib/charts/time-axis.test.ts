import { describe, expect, it } from "vitest";
import { readTime } from "@/lib/charts/local-time";
import { timeAxis } from "@/lib/charts/time-axis";

const berlin = { locale: "en-GB", zone: "Europe/Berlin" };
const dates = (...texts: string[]) => texts.map((text) => Date.parse(text));
const labels = (axis: ReturnType<typeof timeAxis>) => axis.labels.map((entry) => entry.label);
const shorts = (axis: ReturnType<typeof timeAxis>) => axis.labels.map((entry) => entry.axisLabel);
const days = (from: string, count: number) =>
  Array.from({ length: count }, (_, index) => Date.parse(from) + index * 86_400_000);

describe("grain", () => {
  it.each([
    ["year", dates("2024-01-01", "2025-01-01"), ["2024", "2025"]],
    ["quarter", dates("2026-01-01", "2026-04-01", "2026-07-01"), ["Q1 2026", "Q2 2026", "Q3 2026"]],
    ["month", dates("2026-08-01", "2026-09-01", "2026-11-01"), ["Aug 2026", "Sept 2026", "Nov 2026"]],
    [
      "week",
      dates("2026-10-05", "2026-10-12", "2026-10-26"),
      ["Week of 5 Oct 2026", "Week of 12 Oct 2026", "Week of 26 Oct 2026"],
    ],
    ["day", dates("2026-10-05", "2026-10-06"), ["5 Oct 2026", "6 Oct 2026"]],
    ["day", dates("2026-10-01"), ["1 Oct 2026"]],
  ] as const)("%s", (grain, epochs, expected) => {
    const axis = timeAxis([...epochs], "date", berlin);
    expect(axis.grain).toBe(grain);
    expect(labels(axis)).toEqual(expected);
  });

  it("reads dates as they stand, west of Greenwich too", () => {
    expect(
      labels(timeAxis(dates("2026-10-05", "2026-10-06"), "date", { ...berlin, zone: "America/Los_Angeles" })),
    ).toEqual(["5 Oct 2026", "6 Oct 2026"]);
  });

  it("reads timestamps in the zone, over the night clocks go back", () => {
    const midnights = dates("2026-10-23T22:00:00Z", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z");
    const axis = timeAxis(midnights, "timestamp", berlin);
    expect(axis.grain).toBe("day");
    expect(labels(axis)).toEqual(["24 Oct 2026", "25 Oct 2026", "26 Oct 2026"]);
  });

  it("reads periods the source cut in UTC as the source did", () => {
    const axis = timeAxis(dates("2026-09-01T00:00:00Z", "2026-10-01T00:00:00Z"), "timestamp", berlin);
    expect(labels(axis)).toEqual(["Sept 2026", "Oct 2026"]);
  });
});

describe("clock changes", () => {
  it("tells the two o'clocks of an autumn night apart", () => {
    const hours = dates(
      "2026-10-24T23:00:00Z",
      "2026-10-25T00:00:00Z",
      "2026-10-25T01:00:00Z",
      "2026-10-25T02:00:00Z",
    );
    expect(labels(timeAxis(hours, "timestamp", berlin))).toEqual([
      "25 Oct 2026, 01:00",
      "25 Oct 2026, 02:00 GMT+2",
      "25 Oct 2026, 02:00 GMT+1",
      "25 Oct 2026, 03:00",
    ]);
  });
  it("has no two o'clock in a spring night", () => {
    const hours = dates("2026-03-29T00:00:00Z", "2026-03-29T01:00:00Z");
    expect(labels(timeAxis(hours, "timestamp", berlin))).toEqual([
      "29 Mar 2026, 01:00",
      "29 Mar 2026, 03:00",
    ]);
  });
});

describe("axis labels", () => {
  it("leave out what the neighbours say", () => {
    expect(shorts(timeAxis(dates("2026-08-01", "2026-09-01"), "date", berlin))).toEqual(["Aug", "Sept"]);
    expect(
      shorts(timeAxis(dates("2026-11-01", "2026-12-01", "2027-01-01", "2027-02-01"), "date", berlin)),
    ).toEqual(["Nov 2026", "Dec", "Jan 2027", "Feb"]);
    expect(
      shorts(timeAxis(dates("2026-10-05T10:00:00Z", "2026-10-05T11:00:00Z"), "timestamp", berlin)),
    ).toEqual(["12:00", "13:00"]);
    expect(
      shorts(timeAxis(dates("2026-10-05T20:00:00Z", "2026-10-05T22:00:00Z"), "timestamp", berlin)),
    ).toEqual(["22:00", "6 Oct"]);
  });
});

describe("tick sets", () => {
  it("go from every point to round dates", () => {
    const axis = timeAxis(days("2026-09-01", 61), "date", berlin);
    const sets = axis.tickSets.map((set) => set.map((index) => axis.labels[index]?.axisLabel));
    expect(sets.map((set) => set.length)).toEqual([30, 8, 4, 2]);
    // 7 September 2026 is a Monday; the half week before it would crowd it.
    expect(sets[1]?.slice(0, 3)).toEqual(["7 Sept", "14 Sept", "21 Sept"]);
    expect(sets[3]).toEqual(["1 Sept", "1 Oct"]);
  });
  it("label January among the months", () => {
    const months = Array.from({ length: 23 }, (_, index) => Date.UTC(2025, index, 1));
    const axis = timeAxis(months, "date", berlin);
    expect(axis.tickSets[1]?.map((index) => axis.labels[index]?.axisLabel)).toEqual([
      "Jan 2025",
      "Apr",
      "Jul",
      "Oct",
      "Jan 2026",
      "Apr",
      "Jul",
      "Oct",
    ]);
  });
  it("never grow beyond what fits a chart", () => {
    const axis = timeAxis(days("2020-01-01", 2000), "date", berlin);
    expect(Math.max(...axis.tickSets.map((set) => set.length))).toBeLessThanOrEqual(60);
  });
  it("label the one point there is, and nothing when there is none", () => {
    expect(timeAxis(dates("2026-10-05"), "date", berlin).tickSets).toEqual([[0]]);
    expect(timeAxis([], "date", berlin)).toEqual({ grain: "day", zone: "UTC", labels: [], tickSets: [[]] });
  });
});

describe("readTime", () => {
  const column = { name: "day", type: "timestamp", role: "time" } as const;
  it("takes a timestamp without an offset as UTC", () => {
    expect(readTime("2026-10-05T10:00:00", column)).toBe(Date.parse("2026-10-05T10:00:00Z"));
    expect(readTime("2026-10-05T10:00:00+02:00", column)).toBe(Date.parse("2026-10-05T08:00:00Z"));
  });
  it("names what is no time", () => {
    expect(() => readTime("soon", column)).toThrow(
      'The column "day" holds "soon", which is not a date or time.',
    );
  });
});
