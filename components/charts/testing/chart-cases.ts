/** Charts of every kind and of every awkward shape, prepared from rows; drawn by tests in Node and in a browser. */
import { isChart } from "@/lib/charts/kinds";
import { prepare } from "@/lib/charts/prepare";
import { VisualSpec } from "@/lib/charts/spec";
import type { Cell, ChartModel, ResultColumn } from "@/lib/charts/types";
import type { Unit } from "@/lib/format/units";

const MONTH: ResultColumn = { name: "month", type: "date", role: "time" };
const AT: ResultColumn = { name: "at", type: "timestamp", role: "time" };
const CLINIC: ResultColumn = { name: "clinic", type: "text", role: "dimension" };

function measure(name: string, unit: Unit = "currency:EUR"): ResultColumn {
  return { name, type: "number", role: "measure", unit };
}

function chart(
  columns: ResultColumn[],
  rows: Cell[][],
  spec: Record<string, unknown>,
  before?: Cell[][],
): ChartModel {
  const resultOf = (read: Cell[][]) => ({
    columns,
    rows: read,
    asOf: "2026-11-20T05:00:00Z",
    truncated: false,
    durationMs: 1,
    fromCache: false,
  });
  const parsed = VisualSpec.parse({ title: "Figure", ...spec });
  const model = prepare(resultOf(rows), parsed, {
    locale: "en-GB",
    zone: "Europe/Berlin",
    ...(before && {
      previous: resultOf(before),
      comparisonLabel: "vs same period last year",
      periods: {
        shown: { from: "2026-01-01", to: "2027-01-01" },
        compared: { from: "2025-01-01", to: "2026-01-01" },
      },
    }),
  });
  if (!isChart(model)) throw new Error(`${model.kind} is no chart`);
  return model;
}

const CLINICS = ["North Quay", "Old Town", "Riverside", "Lighthouse", "Docklands", "Garden St"];
const DEPARTMENTS = [
  "Department of Orthopaedics and Traumatology",
  "Internal Medicine",
  "Paediatric Cardiology and Congenital Heart Disease",
  "Ear, Nose and Throat",
];
const times = (count: number) => Array.from({ length: count }, (_, index) => index);
const monthOf = (index: number) => new Date(Date.UTC(2025, index, 1)).toISOString().slice(0, 10);
const revenueOf = (index: number) => Math.round(830_000 + 90_000 * Math.sin(index / 3.2) + index * 8000);

const dimension = (name: string): ResultColumn => ({ name, type: "text", role: "dimension" });
/** One pair is missing, one is zero, and one lies below it. */
const splitRows = CLINICS.flatMap((clinic, place) =>
  ["Phone", "Web", "Walk-in"].flatMap((channel, series): Cell[][] =>
    place === 1 && series === 0
      ? []
      : [
          [
            clinic,
            channel,
            place === 2 ? series * 60 : place === 3 && series === 1 ? -90 : 300 - place * 30 - series * 40,
          ],
        ],
  ),
);

const monthly = (values: Cell[]): Cell[][] => values.map((value, index) => [monthOf(index), value]);
const line = { kind: "line", x: "month", y: ["revenue"] };
const yearOf = (start: number, rate: number) =>
  times(10).map((index): Cell[] => [
    monthOf(start + index),
    revenueOf(start + index),
    rate + 0.02 * Math.sin(index),
  ]);

export const CHART_CASES: Record<string, ChartModel> = {
  "a line over months": chart([MONTH, measure("revenue")], monthly(times(23).map(revenueOf)), line),
  "a line with gaps and a lone point": chart(
    [MONTH, measure("revenue")],
    monthly([1, 2, null, 4, null, 5, 6]),
    line,
  ),
  "a line below and above zero": chart(
    [MONTH, measure("revenue")],
    monthly(times(12).map((index) => 40_000 * Math.sin(index))),
    line,
  ),
  "one point": chart([MONTH, measure("revenue")], monthly([120_000]), line),
  "hours over a clock change": chart(
    [AT, measure("calls", "count")],
    times(50).map((index) => [
      new Date(Date.UTC(2026, 9, 24, 6 + index)).toISOString(),
      Math.round(20 + 15 * Math.sin(index / 4)),
    ]),
    { kind: "line", x: "at", y: ["calls"] },
  ),
  "thirty lines": chart(
    [MONTH, CLINIC, measure("revenue")],
    times(6).flatMap((month) =>
      times(30).map((clinic): Cell[] => [
        monthOf(month),
        `Clinic number ${clinic + 1}`,
        10_000 + clinic * 3000 + ((month * 7 + clinic * 13) % 11) * 700,
      ]),
    ),
    { ...line, series: "clinic" },
  ),
  "bars side by side": chart(
    [MONTH, measure("booked", "count"), measure("kept", "count")],
    times(6).map((index) => [monthOf(index), 8000 + 900 * index, 7100 + 700 * index]),
    { kind: "bar", x: "month", y: ["booked", "kept"] },
  ),
  "stacked bars on both sides of zero": chart(
    [CLINIC, measure("revenue"), measure("cost")],
    CLINICS.map((clinic, index) => [clinic, 50_000 - index * 7000, -20_000 - index * 3000]),
    { kind: "bar", x: "clinic", y: ["revenue", "cost"], stacking: "stacked" },
  ),
  "stacked bars split by a column": chart(
    [CLINIC, dimension("channel"), measure("visits", "count")],
    splitRows,
    { kind: "bar", x: "clinic", y: ["visits"], series: "channel", stacking: "stacked" },
  ),
  "bars side by side, split by a column": chart(
    [CLINIC, dimension("channel"), measure("visits", "count")],
    splitRows,
    { kind: "bar", x: "clinic", y: ["visits"], series: "channel" },
  ),
  "lying bars as shares, split by a column": chart(
    [CLINIC, dimension("channel"), measure("visits", "count")],
    splitRows,
    { kind: "bar", x: "clinic", y: ["visits"], series: "channel", stacking: "percent", horizontal: true },
  ),
  "bars with long names": chart(
    [CLINIC, measure("visits", "count")],
    DEPARTMENTS.concat(CLINICS).map((name, index) => [name, 900 - index * 80]),
    { kind: "bar", x: "clinic", y: ["visits"] },
  ),
  "lying bars": chart(
    [CLINIC, measure("missed", "percent")],
    DEPARTMENTS.map((name, index) => [name, 0.19 - index * 0.03]),
    { kind: "bar", x: "clinic", y: ["missed"], horizontal: true },
  ),
  "an area": chart([MONTH, measure("revenue")], monthly(times(16).map(revenueOf)), { ...line, kind: "area" }),
  "stacked areas": chart(
    [MONTH, measure("first_visit", "count"), measure("remote", "count")],
    times(16).map((index) => [
      monthOf(index),
      4800 + 600 * (index % 3),
      index === 7 ? null : 1900 + 100 * index,
    ]),
    { kind: "area", x: "month", y: ["first_visit", "remote"], stacking: "stacked" },
  ),
  "a pie": chart(
    [CLINIC, measure("revenue")],
    CLINICS.map((clinic, index) => [clinic, 268_410 - index * 31_000]),
    { kind: "pie", category: "clinic", value: "revenue" },
  ),
  "a pie of one part": chart([CLINIC, measure("revenue")], [["North Quay", 120]], {
    kind: "pie",
    category: "clinic",
    value: "revenue",
  }),
  "shares of bars": chart(
    [MONTH, measure("first_visit", "count"), measure("remote", "count"), measure("repeat", "count")],
    times(8).map((index) => [
      monthOf(index),
      480 + 60 * (index % 3),
      index === 5 ? null : 190 + 40 * index,
      300,
    ]),
    { kind: "bar", x: "month", y: ["first_visit", "remote", "repeat"], stacking: "percent" },
  ),
  "bars, a line, a reference and notes": chart(
    [MONTH, measure("revenue"), measure("missed_rate", "percent")],
    times(10).map((index) => [monthOf(index), revenueOf(index), 0.09 + 0.02 * Math.sin(index)]),
    {
      kind: "combo",
      x: "month",
      y: ["revenue"],
      lines: ["missed_rate"],
      references: [{ kind: "value", value: 900_000, label: "Target" }],
      annotations: [
        { at: "2025-03-12", text: "New clinic opened" },
        { at: "2025-04-01", text: "Reminders by text message" },
        { at: "2025-10-01", text: "Strike" },
      ],
    },
  ),
  "bars and a line with the year before": chart(
    [MONTH, measure("revenue"), measure("missed_rate", "percent")],
    yearOf(12, 0.09),
    { kind: "combo", x: "month", y: ["revenue"], lines: ["missed_rate"] },
    yearOf(0, 0.12),
  ),
  "a logarithmic axis": chart(
    [MONTH, measure("visits", "count")],
    monthly(times(14).map((index) => (index === 4 ? 0 : Math.round(3 * 2.2 ** index)))),
    { kind: "line", x: "month", y: ["visits"], axis: { scale: "log", title: "Visits" } },
  ),
  "an axis with chosen ends": chart([MONTH, measure("revenue")], monthly(times(16).map(revenueOf)), {
    ...line,
    axis: { min: 700_000, max: 900_000 },
    references: [{ kind: "average" }],
  }),
  "the five largest and the others, legend below": chart(
    [CLINIC, measure("booked", "count"), measure("kept", "count")],
    times(12).map((index) => [`Clinic ${index + 1}`, 100 + ((index * 37) % 90), 80 + ((index * 37) % 70)]),
    { kind: "bar", x: "clinic", y: ["booked", "kept"], sort: "largest", top: 5, legend: "bottom" },
  ),
  "a scatter of groups": chart(
    [
      CLINIC,
      { name: "region", type: "text", role: "dimension" },
      measure("wait", "days"),
      measure("score", "score"),
    ],
    times(40).map((index) => [
      `Clinic ${index}`,
      ["North", "South", "Coast"][index % 3] ?? "",
      2 + ((index * 17) % 23) / 2,
      9.5 - ((index * 17) % 23) / 8 + ((index * 7) % 5) / 4,
    ]),
    { kind: "scatter", x: "wait", y: "score", color: "region", label: "clinic" },
  ),
  bubbles: chart(
    [CLINIC, measure("wait", "days"), measure("revenue"), measure("visits", "count")],
    CLINICS.map((clinic, index) => [
      clinic,
      2 + index * 1.4,
      revenueOf(index * 2),
      200 + ((index * 53) % 7) * 190,
    ]),
    { kind: "scatter", x: "wait", y: "revenue", size: "visits", label: "clinic" },
  ),
  "a funnel of four stages": chart(
    [{ name: "stage", type: "text", role: "dimension" }, measure("clients", "count")],
    [
      ["Asked", 12_480],
      ["Booked", 7430],
      ["Came", 6120],
      ["Came again", 2980],
    ],
    { kind: "funnel", category: "stage", values: ["clients"] },
  ),
  "calls by weekday and hour": chart(
    [AT, measure("calls", "count")],
    times(24 * 21).map((index) => [
      new Date(Date.UTC(2026, 8, 28, index)).toISOString(),
      Math.round(
        Math.max(0, 40 * Math.sin(((index % 24) - 5) / 5)) * (Math.floor(index / 24) % 7 > 4 ? 0.2 : 1),
      ),
    ]),
    { kind: "heatmap", x: "at", xPart: "hour", y: "at", yPart: "weekday", value: "calls" },
  ),
  "a heat map on both sides of zero": chart(
    [CLINIC, { name: "payer", type: "text", role: "dimension" }, measure("change", "percent")],
    CLINICS.flatMap((clinic, row) =>
      ["Insurance", "Private", "Company", "State"].map((payer, column): Cell[] => [
        clinic,
        payer,
        row === 2 && column === 1 ? null : ((row * 5 + column * 7) % 11) / 50 - 0.1,
      ]),
    ),
    { kind: "heatmap", x: "payer", y: "clinic", value: "change" },
  ),
  "a gauge with ranges and a target": chart([measure("kept_rate", "percent")], [[0.873]], {
    kind: "gauge",
    value: "kept_rate",
    aggregate: "avg",
    target: 0.9,
    ranges: [
      { to: 0.7, tone: "bad" },
      { to: 0.85, tone: "fair" },
      { to: 1, tone: "good" },
    ],
  }),
  "a gauge": chart([measure("revenue")], [[268_410]], { kind: "gauge", value: "revenue", target: 300_000 }),
  "a disc": chart(
    [CLINIC, measure("revenue")],
    CLINICS.map((clinic, index) => [clinic, 268_410 - index * 31_000]),
    { kind: "pie", category: "clinic", value: "revenue", shape: "disc" },
  ),
  "no rows": chart([MONTH, measure("revenue")], [], line),
  "no values": chart([MONTH, measure("revenue")], monthly([null, null]), line),
};
