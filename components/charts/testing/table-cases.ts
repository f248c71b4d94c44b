/** Tables of every awkward shape, prepared from rows; drawn by tests and looked at in the gallery. */
import { prepareTable } from "@/lib/charts/prepare-table";
import { TableSpec } from "@/lib/charts/spec";
import type { Cell, ResultColumn, TableModel } from "@/lib/charts/types";

const COLUMNS: ResultColumn[] = [
  { name: "clinic", type: "text", role: "dimension" },
  { name: "month", type: "date", role: "time" },
  { name: "revenue", type: "number", role: "measure", unit: "currency:EUR" },
  { name: "target", type: "number", role: "measure", unit: "currency:EUR" },
  { name: "missed", type: "number", role: "measure", unit: "percent" },
  { name: "change", type: "number", role: "measure", unit: "percent" },
  { name: "waits", type: "text", role: "dimension" },
  { name: "page", type: "text", role: "dimension" },
];

const FORMATTED = [
  { name: "clinic", link: "{{page}}" },
  { name: "revenue", bar: true, arrows: { than: { column: "target" }, better: "higher" } },
  {
    name: "missed",
    rules: [
      { test: "above", than: { value: 0.12 }, tone: "bad" },
      { test: "above", than: { value: 0.1 }, tone: "warn" },
      { test: "at_most", than: { value: 0.08 }, tone: "good" },
      { test: "missing", than: { value: "" }, tone: "note" },
    ],
  },
  { name: "change", scale: { ramp: "diverging", middle: 0 } },
  { name: "target", scale: { ramp: "sequential" } },
  { name: "waits", label: "Days waited", unit: "days", spark: {} },
] as const;

const CLINICS = ["North Quay", "Old Town", "Riverside", "Lighthouse", "Docklands", "Garden St"];
const times = (count: number) => Array.from({ length: count }, (_, index) => index);

function rowOf(index: number, name = CLINICS[index % CLINICS.length] ?? ""): Cell[] {
  const course = times(12).map((month) => Math.round(40 + 30 * Math.sin(index + month / 2)) / 10);
  return [
    name,
    "2026-10-01",
    48_000 + ((index * 7919) % 40_000),
    60_000,
    0.05 + ((index * 13) % 10) / 100,
    (((index * 17) % 21) - 10) / 100,
    JSON.stringify(course),
    `https://clinics.example/${index}`,
  ];
}

function table(rows: Cell[][], spec: Record<string, unknown> = {}, columns = COLUMNS): TableModel {
  const result = {
    columns,
    rows,
    asOf: "2026-11-20T05:00:00Z",
    truncated: false,
    durationMs: 1,
    fromCache: false,
  };
  const parsed = TableSpec.parse({
    kind: "table",
    title: "Clinics",
    columns: FORMATTED,
    totals: true,
    ...spec,
  });
  return prepareTable(result, parsed, { locale: "en-GB", zone: "Europe/Berlin" });
}

const LONG =
  "Department of Orthopaedics, Traumatology and Sports Medicine at the Old Harbour (second building)";
const RIGHT_TO_LEFT = ["عيادة الميناء الشمالي", "מרפאת הנמל הצפוני", "درمانگاه کنار رودخانه"];

export const TABLE_CASES: Record<string, TableModel> = {
  "a formatted table": table(times(6).map((index) => rowOf(index))),
  "no rows": table([]),
  "one row": table([rowOf(0)]),
  "all missing": table(times(3).map(() => COLUMNS.map((): Cell => null))),
  "below zero": table(
    times(6).map((index) => {
      const row = rowOf(index);
      return row.with(2, index % 2 === 0 ? -20_000 * index : 9000 * index);
    }),
  ),
  "huge numbers": table(
    times(3).map((index) =>
      rowOf(index)
        .with(2, 9_876_543_210_987 * (index + 1))
        .with(5, -123.456),
    ),
  ),
  "long labels": table(times(3).map((index) => rowOf(index, `${LONG} ${index + 1}`))),
  "right to left": table(RIGHT_TO_LEFT.map((name, index) => rowOf(index, name))),
  "thirty columns": table(
    times(4).map((row) => [CLINICS[row] ?? "", ...times(29).map((column) => row * 1000 + column * 37)]),
    { columns: [] },
    [
      COLUMNS[0] as ResultColumn,
      ...times(29).map(
        (index): ResultColumn => ({
          name: `week_${index + 1}`,
          type: "number",
          role: "measure",
          unit: "count",
        }),
      ),
    ],
  ),
  "courses over months": table(
    CLINICS.flatMap((clinic, place) =>
      times(10).map((month): Cell[] =>
        rowOf(place + month, clinic).with(1, new Date(Date.UTC(2026, month, 1)).toISOString().slice(0, 10)),
      ),
    ),
    {
      columns: [
        { name: "clinic" },
        { name: "revenue", spark: { over: "month" } },
        { name: "missed", spark: { over: "month" } },
      ],
      sort: [{ column: "revenue", descending: true }],
    },
  ),
  "two thousand rows, cut": table(
    times(2500).map((index) => rowOf(index, `Clinic ${index + 1}`)),
    { maxRows: 2000 },
  ),
};
