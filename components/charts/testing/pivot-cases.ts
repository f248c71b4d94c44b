/** Pivots of every awkward shape, prepared from rows. */
import { preparePivot } from "@/lib/charts/prepare-pivot";
import { PivotSpec } from "@/lib/charts/pivot-spec";
import type { Cell, ResultColumn, TableModel } from "@/lib/charts/types";

const COLUMNS: ResultColumn[] = [
  { name: "clinic", type: "text", role: "dimension" },
  { name: "payer", type: "text", role: "dimension" },
  { name: "month", type: "date", role: "time" },
  { name: "revenue", type: "number", role: "measure", unit: "currency:EUR" },
  { name: "visits", type: "number", role: "measure", unit: "count" },
  { name: "missed", type: "number", role: "measure", unit: "count" },
];
const CLINICS = ["North Quay", "Old Town", "Riverside"];
const PAYERS = ["Insured", "Private", "Company"];
const times = (count: number) => Array.from({ length: count }, (_, index) => index);
const monthOf = (index: number) => new Date(Date.UTC(2026, index, 1)).toISOString().slice(0, 10);

function rowsOf(months: number, clinics = CLINICS, scale = 1): Cell[][] {
  return clinics.flatMap((clinic, place) =>
    PAYERS.flatMap((payer, share) =>
      times(months).map((month): Cell[] => {
        const visits = 40 + ((place * 31 + share * 17 + month * 7) % 60);
        return [
          clinic,
          payer,
          monthOf(month),
          scale * visits * (90 + 20 * share),
          visits,
          (visits * (place + 1)) % 9,
        ];
      }),
    ),
  );
}

function pivot(rows: Cell[][], spec: Record<string, unknown> = {}): TableModel {
  const result = {
    columns: COLUMNS,
    rows,
    asOf: "2026-11-20T05:00:00Z",
    truncated: false,
    durationMs: 1,
    fromCache: false,
  };
  const parsed = PivotSpec.parse({
    kind: "pivot",
    title: "Revenue and missed visits",
    rows: ["clinic", "payer"],
    columns: ["month"],
    measures: [{ value: "revenue", aggregate: "sum" }],
    ...spec,
  });
  return preparePivot(result, parsed, { locale: "en-GB", zone: "Europe/Berlin" });
}

const RATE = { value: "missed", denominator: "visits", aggregate: "sum", label: "Missed" };

export const PIVOT_CASES: Record<string, TableModel> = {
  "pivot: two levels by month": pivot(rowsOf(4)),
  "pivot: two measures under bands": pivot(rowsOf(3), {
    measures: [{ value: "revenue", aggregate: "sum" }, RATE],
  }),
  "pivot: no columns": pivot(rowsOf(3), {
    columns: [],
    measures: [{ value: "visits", aggregate: "sum" }, RATE],
  }),
  "pivot: no rows": pivot([]),
  "pivot: one row": pivot(rowsOf(1).slice(0, 1)),
  "pivot: all missing": pivot(rowsOf(3).map((row) => row.with(3, null))),
  "pivot: below zero": pivot(rowsOf(3).map((row) => row.with(3, -Number(row[3])))),
  "pivot: huge": pivot(rowsOf(3, CLINICS, 1e9)),
  "pivot: thirty columns": pivot(rowsOf(30), { rows: ["clinic"], maxColumns: 60 }),
  "pivot: too many columns": pivot(rowsOf(30), { rows: ["clinic"], maxColumns: 6 }),
  "pivot: long labels": pivot(
    rowsOf(
      3,
      CLINICS.map((name) => `${name}, Department of Orthopaedics, Traumatology and Sports Medicine`),
    ),
  ),
  "pivot: right to left": pivot(rowsOf(3, ["عيادة الميناء الشمالي", "מרפאת הנמל הצפוני"])),
};
