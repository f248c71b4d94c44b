import { expect, it } from "vitest";
import { prepareTable } from "@/lib/charts/prepare-table";
import { sortRows } from "@/lib/charts/sort-rows";
import type { TableSpec } from "@/lib/charts/spec";
import type { Cell, ResultSet } from "@/lib/charts/types";

const options = { locale: "en-GB", zone: "Europe/Berlin" };
const spec: TableSpec = { kind: "table", title: "Clinics", columns: [], totals: true, maxRows: 1000 };
function resultOf(rows: Cell[][]): ResultSet {
  return {
    columns: [
      { name: "clinic", type: "text", role: "dimension" },
      { name: "year", type: "number", role: "dimension" },
      { name: "revenue", type: "number", role: "measure", unit: "currency:EUR" },
      { name: "missed", type: "number", role: "measure", unit: "percent" },
      { name: "avg_wait", type: "number", role: "measure" },
    ],
    rows,
    asOf: "2026-11-20T05:00:00Z",
    truncated: false,
    durationMs: 4,
    fromCache: false,
  };
}
const rows: Cell[][] = [
  ["North Quay", 2026, 268_410, 0.094, 3],
  ["Riverside", 2026, 187_200, 0.159, 4.25],
  ["Docklands", 2026, null, null, null],
];

it("prints every column by its unit, numbers to the right", () => {
  const model = prepareTable(resultOf(rows), spec, options);
  expect(model.columns.map((column) => [column.name, column.align])).toEqual([
    ["Clinic", "left"],
    ["Year", "right"],
    ["Revenue", "right"],
    ["Missed", "right"],
    ["Avg wait", "right"],
  ]);
  expect(model.rows.map((row) => row.map((cell) => cell.text))).toEqual([
    ["North Quay", "2026", "€268,410", "9.4\u00a0%", "3.00"],
    ["Riverside", "2026", "€187,200", "15.9\u00a0%", "4.25"],
    ["Docklands", "2026", "–", "–", "–"],
  ]);
  expect(model.rows[2]?.[2]?.raw).toBeNull();
});

it("prints days and durations in the way that was chosen", () => {
  const result: ResultSet = {
    ...resultOf([]),
    columns: [
      { name: "day", type: "date", role: "time" },
      { name: "waited", type: "number", role: "measure" },
    ],
    rows: [
      ["2026-10-01", 95],
      ["2026-10-02", 30],
    ],
  };
  const columns = [
    { name: "day", dates: "long" as const },
    // A way of printing days says nothing about a column of numbers.
    { name: "waited", unit: "duration:minutes" as const, dates: "iso" as const },
  ];
  const model = prepareTable(result, { ...spec, columns }, options);
  expect(model.columns.map(({ dates, unit }) => ({ dates, unit }))).toEqual([
    { dates: "long", unit: undefined },
    { dates: undefined, unit: "duration:minutes" },
  ]);
  expect(model.rows[0]?.map(({ raw, text }) => [raw, text])).toEqual([
    ["2026-10-01", "1 October 2026"],
    [95, "1\u00a0h\u00a035\u00a0min"],
  ]);
  expect(model.totals?.[1]?.text).toBe("2\u00a0h\u00a05\u00a0min");
});

it("sums what may be summed", () => {
  const model = prepareTable(resultOf(rows), spec, options);
  expect(model.totals?.map((cell) => cell?.text ?? null)).toEqual(["Total", null, "€455,610", null, null]);
});

it("sums all rows, also those it does not show, and says so", () => {
  const model = prepareTable(resultOf(rows), { ...spec, maxRows: 1 }, options);
  expect(model.rows).toHaveLength(1);
  expect(model.totals?.[2]?.raw).toBe(455_610);
  expect(model.notices).toEqual([{ kind: "truncated", text: "Showing the first 1 of 3 rows." }]);
});

it("keeps decimal strings whole, in cells and in sums", () => {
  const long = resultOf([
    ["A", 2026, "90071992547409931.25", null, null],
    ["B", 2026, "0.5", null, null],
  ]);
  const model = prepareTable(long, { ...spec, columns: [{ name: "revenue", decimals: 2 }] }, options);
  expect(model.rows[0]?.[0]).toEqual({ raw: "90071992547409931.25", text: "€90,071,992,547,409,931.25" });
  expect(model.totals?.[0]).toEqual({ raw: "90071992547409931.75", text: "€90,071,992,547,409,931.75" });
});

it("shows the columns chosen, in their order, under their labels", () => {
  const model = prepareTable(
    resultOf(rows),
    { ...spec, totals: false, columns: [{ name: "missed", label: "No-shows" }, { name: "clinic" }] },
    options,
  );
  expect(model.columns.map((column) => column.name)).toEqual(["No-shows", "Clinic"]);
  expect(model.totals).toBeNull();
});

it("names a column that is missing", () => {
  expect(() => prepareTable(resultOf(rows), { ...spec, columns: [{ name: "profit" }] }, options)).toThrow(
    'There is no column "profit"',
  );
});

it("is empty without rows", () => {
  expect(prepareTable(resultOf([]), spec, options)).toMatchObject({
    empty: true,
    totals: null,
    summary: "Clinics: no data.",
  });
});

it("sorts by raw values, the missing ones last either way", () => {
  const model = prepareTable(resultOf(rows), spec, options);
  const names = (descending: boolean) =>
    sortRows(model.rows, model.columns, [{ key: "revenue", descending }]).map((row) => row[0]?.text);
  expect(names(false)).toEqual(["Riverside", "North Quay", "Docklands"]);
  expect(names(true)).toEqual(["North Quay", "Riverside", "Docklands"]);
  expect(sortRows(model.rows, model.columns, [])).toBe(model.rows);
});
