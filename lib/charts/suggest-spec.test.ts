import { expect, it } from "vitest";
import { prepare } from "@/lib/charts/prepare";
import { suggestSpec } from "@/lib/charts/suggest-spec";
import type { Cell, ResultColumn, ResultSet } from "@/lib/charts/types";

const options = { locale: "en-GB", zone: "Europe/Berlin" };
const day: ResultColumn = { name: "day", type: "date", role: "time" };
const at: ResultColumn = { name: "at", type: "timestamp", role: "time" };
const clinic: ResultColumn = { name: "clinic", type: "text", role: "dimension" };
const visits: ResultColumn = { name: "visits", type: "number", role: "measure", unit: "count" };
const rate: ResultColumn = { name: "no_show_rate", type: "number", role: "measure", unit: "percent" };
const named = (name: string, column = clinic): ResultColumn => ({ ...column, name });

function resultOf(columns: ResultColumn[], rows: Cell[][]): ResultSet {
  return { columns, rows, asOf: "2026-11-20T05:00:00Z", truncated: false, durationMs: 4, fromCache: false };
}
const times = (count: number) => Array.from({ length: count }, (_, index) => index);
const pairs = (across: number, down: number, row: (a: number, b: number) => Cell[]) =>
  times(across).flatMap((a) => times(down).map((b) => row(a, b)));
const daily: Cell[][] = [
  ["2026-10-05", 1],
  ["2026-10-06", 2],
];
const hourAt = (hour: number) => new Date(Date.UTC(2026, 9, 1, hour)).toISOString();

it.each([
  [
    "a line over time",
    [day, visits],
    daily,
    { kind: "line", x: "day", y: ["visits"], title: "Visits by day" },
  ],
  [
    "a line for each measure of one unit",
    [day, visits, named("calls", visits), rate],
    daily.map(([when, count]) => [when, count, 3, 0.1] as Cell[]),
    { kind: "line", y: ["visits", "calls"] },
  ],
  [
    "a line for each place",
    [day, clinic, visits],
    pairs(2, 2, (a, b) => [`2026-10-0${a + 1}`, `Clinic ${b}`, 1]),
    { kind: "line", series: "clinic", title: "Visits by clinic" },
  ],
  [
    "a table for a thicket of lines",
    [day, clinic, visits],
    pairs(2, 13, (a, b) => [`2026-10-0${a + 1}`, `Clinic ${b}`, 1]),
    { kind: "table" },
  ],
  [
    "a line over hours of a few days",
    [at, visits],
    times(72).map((hour) => [hourAt(hour), hour]),
    { kind: "line", x: "at" },
  ],
  [
    "weekdays by hours for hours of many days",
    [at, visits],
    times(24 * 21).map((hour) => [hourAt(hour), hour]),
    {
      kind: "heatmap",
      x: "at",
      xPart: "hour",
      y: "at",
      yPart: "weekday",
      title: "Visits by weekday and hour",
    },
  ],
  [
    "a line where a day has one hour",
    [at, visits],
    times(30).map((place) => [hourAt(place * 24), place]),
    { kind: "line" },
  ],
  [
    "a line of minutes",
    [at, visits],
    times(24 * 21).map((hour) => [hourAt(hour).replace(":00:00", ":07:00"), hour]),
    { kind: "line" },
  ],
  [
    "weekday and hour by their names, however sparse",
    [named("hour"), named("weekday"), visits],
    [
      ["08", "Mon", 1],
      ["09", "Tue", 1],
      ["10", "Wed", 1],
    ],
    { kind: "heatmap", x: "hour", y: "weekday", xPart: "value", yPart: "value" },
  ],
  [
    "a heat map of a full grid",
    [clinic, named("ward"), visits],
    pairs(4, 3, (a, b) => [`Clinic ${a}`, `Ward ${b}`, a + b]),
    { kind: "heatmap", x: "ward", y: "clinic" },
  ],
  [
    "a pivot of a sparse one, fewer values along the top",
    [clinic, named("ward"), visits],
    times(6).map((place) => [`Clinic ${place}`, `Ward ${place % 3}`, place]),
    { kind: "pivot", rows: ["clinic"], columns: ["ward"], measures: [{ value: "visits", aggregate: "sum" }] },
  ],
  [
    "a pivot that averages rates",
    [clinic, named("ward"), rate],
    times(6).map((place) => [`Clinic ${place}`, `Ward ${place % 3}`, 0.1]),
    { kind: "pivot", measures: [{ value: "no_show_rate", aggregate: "avg" }] },
  ],
  [
    "a table for pairs that are too many across",
    [clinic, named("ward"), visits],
    times(40).map((place) => [`Clinic ${place}`, `Ward ${place % 20}`, place]),
    { kind: "table" },
  ],
  [
    "dots of two measures",
    [visits, rate],
    times(6).map((place) => [place, place / 10]),
    { kind: "scatter", x: "visits", y: "no_show_rate" },
  ],
  [
    "a table for a few rows of measures",
    [visits, rate],
    [
      [1, 0.1],
      [2, 0.2],
    ],
    { kind: "table" },
  ],
  [
    "a funnel of stages",
    [named("stage"), visits],
    [
      ["Booked", 100],
      ["Kept", 80],
      ["Paid", 60],
    ],
    { kind: "funnel", category: "stage", values: ["visits"] },
  ],
  [
    "bars of stages that grow",
    [named("stage"), visits],
    [
      ["Booked", 60],
      ["Kept", 80],
    ],
    { kind: "bar" },
  ],
  [
    "bars over categories",
    [clinic, visits],
    [
      ["A", 1],
      ["B", 2],
    ],
    { kind: "bar", x: "clinic", horizontal: false },
  ],
  [
    "lying bars for long names",
    [clinic, visits],
    [["Department of Orthopaedics", 1]],
    { kind: "bar", horizontal: true },
  ],
  [
    "a table for very many categories",
    [clinic, visits],
    times(41).map((place) => [`C${place}`, 1]),
    { kind: "table" },
  ],
  ["one number alone", [visits], [[412]], { kind: "metric", value: "visits", title: "Visits" }],
  ["a table without measures", [clinic], [["A"]], { kind: "table" }],
  ["a table without rows", [day, visits], [], { kind: "table" }],
  [
    "a table for two dimensions of one value each",
    [clinic, named("ward"), visits],
    [["A", "x", 1]],
    { kind: "table" },
  ],
] as [string, ResultColumn[], Cell[][], { kind: string }][])("%s", (_, columns, rows, expected) => {
  const result = resultOf(columns, rows);
  const spec = suggestSpec(result);
  expect(spec).toMatchObject(expected);
  // A pivot is drawn as a table with an outline.
  const drawn = spec.kind === "pivot" ? "table" : spec.kind;
  expect(prepare(result, spec, options).kind).toBe(drawn);
});
