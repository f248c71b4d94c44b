/** Charts of every kind and of every awkward shape, prepared from rows; drawn by tests in Node and in a browser. */
import { isChart } from "@/lib/charts/chart-spec";
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

function chart(columns: ResultColumn[], rows: Cell[][], spec: Record<string, unknown>): ChartModel {
  const result = {
    columns,
    rows,
    asOf: "2026-11-20T05:00:00Z",
    truncated: false,
    durationMs: 1,
    fromCache: false,
  };
  const parsed = VisualSpec.parse({ title: "Figure", ...spec });
  const model = prepare(result, parsed, { locale: "en-GB", zone: "Europe/Berlin" });
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

const monthly = (values: Cell[]): Cell[][] => values.map((value, index) => [monthOf(index), value]);
const line = { kind: "line", x: "month", y: ["revenue"] };

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
  "no rows": chart([MONTH, measure("revenue")], [], line),
  "no values": chart([MONTH, measure("revenue")], monthly([null, null]), line),
};
