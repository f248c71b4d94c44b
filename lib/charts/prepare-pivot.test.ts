import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { preparePivot } from "@/lib/charts/prepare-pivot";
import { PivotSpec } from "@/lib/charts/pivot-spec";
import { selectionOfPlace, selectionOfRow } from "@/lib/charts/selection";
import type { Cell, ResultColumn, ResultSet, TableModel } from "@/lib/charts/types";

const COLUMNS: ResultColumn[] = [
  { name: "clinic", type: "text", role: "dimension" },
  { name: "payer", type: "text", role: "dimension" },
  { name: "month", type: "date", role: "time" },
  { name: "revenue", type: "number", role: "measure", unit: "currency:EUR" },
  { name: "visits", type: "number", role: "measure", unit: "count" },
  { name: "missed_rate", type: "number", role: "measure", unit: "percent" },
];
const resultOf = (rows: Cell[][]): ResultSet => ({
  columns: COLUMNS,
  rows,
  asOf: "2026-11-20T05:00:00Z",
  truncated: false,
  durationMs: 4,
  fromCache: false,
});
const ROWS: Cell[][] = [
  ["North", "Private", "2026-09-01", 100, 10, 0.1],
  ["North", "Insured", "2026-09-01", 300, 20, 0.2],
  ["North", "Insured", "2026-10-01", 50, 1, null],
  ["South", "Private", "2026-10-01", 80, 40, 0.4],
  [null, "Private", "2026-10-01", 7, 2, 0],
];
const pivot = (rows: Cell[][], spec: object): TableModel =>
  preparePivot(resultOf(rows), PivotSpec.parse({ kind: "pivot", title: "", ...spec }), {
    locale: "en-GB",
    zone: "Europe/Berlin",
  });
const texts = (model: TableModel) => [
  model.columns.map((column) => column.name),
  ...model.rows.map((row) => row.map((cell) => cell.text)),
  ...(model.totals ? [model.totals.map((cell) => cell?.text)] : []),
];

describe("preparePivot", () => {
  it("groups stand before their rows, months in their order, what is missing last", () => {
    const model = pivot(ROWS, {
      rows: ["clinic", "payer"],
      columns: ["month"],
      measures: [{ value: "visits", aggregate: "sum" }],
    });
    expect(texts(model)).toEqual([
      ["Clinic", "Payer", "Sept 2026", "Oct 2026", "Total"],
      ["North", "All", "30", "1", "31"],
      ["North", "Insured", "20", "1", "21"],
      ["North", "Private", "10", "–", "10"],
      ["South", "All", "–", "40", "40"],
      ["South", "Private", "–", "40", "40"],
      ["(none)", "All", "–", "2", "2"],
      ["(none)", "Private", "–", "2", "2"],
      ["Total", "", "30", "43", "73"],
    ]);
    expect(model.outline?.map(({ depth, isGroup }) => (isGroup ? "group" : depth))).toEqual([
      "group",
      1,
      1,
      "group",
      1,
      "group",
      1,
    ]);
  });

  it("says what its headings and cells stand for, also where a place is missing", () => {
    const model = pivot(ROWS, {
      rows: ["clinic", "payer"],
      columns: ["month"],
      measures: [{ value: "visits", aggregate: "sum" }],
    });
    const october = { column: "month", value: "2026-10-01", label: "Oct 2026" };
    const missing = { column: "clinic", value: null, label: "(none)" };
    const [, , september, second, total] = model.columns;
    expect(selectionOfRow(model, 5)).toEqual(missing);
    expect(second && selectionOfPlace(model, 6, second)).toEqual({
      ...missing,
      and: [{ column: "payer", value: "Private", label: "Private" }, october],
    });
    expect(second && selectionOfPlace(model, 0, second)).toEqual({
      column: "clinic",
      value: "North",
      label: "North",
      and: [october],
    });
    expect(total && selectionOfPlace(model, 5, total)).toEqual(missing);
    expect(september?.stands).toEqual([{ column: "month", value: "2026-09-01", label: "Sept 2026" }]);
  });

  it("a rate is divided anew in every total, an average takes every row once", () => {
    const model = pivot(ROWS, {
      rows: ["clinic"],
      measures: [
        { value: "revenue", denominator: "visits", aggregate: "sum", unit: "currency:EUR" },
        { value: "missed_rate", aggregate: "avg" },
      ],
    });
    expect(model.rows.map((row) => row.slice(1).map((cell) => cell.raw))).toEqual([
      [450 / 31, expect.closeTo(0.15)],
      [2, 0.4],
      [3.5, 0],
    ]);
    expect(model.totals?.slice(1).map((cell) => cell?.raw)).toEqual([537 / 73, expect.closeTo(0.175)]);
    expect(model.notices.map((notice) => notice.text)).toEqual([
      "Totals of Revenue divide the sums of all rows.",
      "Totals of Missed rate are the average of all rows, not a sum.",
    ]);
  });

  it("what does not add up has no total, and says so", () => {
    const model = pivot(ROWS, {
      rows: ["clinic", "payer"],
      columns: ["month"],
      measures: [{ value: "missed_rate", aggregate: "sum" }],
    });
    expect(model.totals?.at(-1)).toEqual({ raw: null, text: "–" });
    expect(model.rows[0]?.[2]?.raw).toBeNull();
    expect(model.rows[1]?.[2]?.raw).toBe(0.2);
    expect(model.notices[0]?.text).toBe("Missed rate has no totals: it does not add up.");
  });

  it("different values are counted once, also where places meet", () => {
    const model = pivot(ROWS, { rows: ["clinic"], measures: [{ value: "payer", aggregate: "distinct" }] });
    expect(model.rows.map((row) => row[1]?.raw)).toEqual([2, 1, 1]);
    expect(model.totals?.[1]?.raw).toBe(2);
  });

  it("of too many columns the largest stay, or the latest", () => {
    const rows = Array.from({ length: 9 }, (_, index): Cell[] => [
      `C${index}`,
      "P",
      `2026-0${index + 1}-01`,
      index === 4 ? 1000 : index,
      1,
      0,
    ]);
    const wide = (columns: string[]) =>
      pivot(rows, {
        rows: ["payer"],
        columns,
        measures: [{ value: "revenue", aggregate: "sum" }],
        maxColumns: 3,
      });
    expect(texts(wide(["clinic"]))[0]).toEqual(["Payer", "C4", "C8", "Other", "Total"]);
    expect(texts(wide(["month"]))[0]).toEqual(["Payer", "Earlier", "Aug 2026", "Sept 2026", "Total"]);
    expect(
      wide(["clinic"])
        .rows[0]?.slice(1)
        .map((cell) => cell.raw),
    ).toEqual([1000, 8, 24, 1032]);
    expect(wide(["month"]).notices[0]?.text).toBe(
      "The latest 2 columns are shown; the other 7 are together in “Earlier”.",
    );
  });

  it("several measures stand under one band", () => {
    const model = pivot(ROWS, {
      rows: ["clinic"],
      columns: ["month"],
      measures: [
        { value: "visits", aggregate: "sum" },
        { value: "revenue", aggregate: "max", label: "Best" },
      ],
      sortBy: "value",
    });
    expect(model.bands).toEqual(["Sept 2026", "Oct 2026", "Total"].map((name) => ({ name, span: 2 })));
    expect(model.columns.slice(1, 3).map(({ name, shortName }) => [name, shortName])).toEqual([
      ["Sept 2026 · Visits", "Visits"],
      ["Sept 2026 · Best", "Best"],
    ]);
    expect(model.rows.map((row) => row[0]?.text)).toEqual(["South", "North", "(none)"]);
  });

  it("has no rows without rows", () => {
    const model = pivot([], {
      rows: ["clinic"],
      columns: ["month"],
      measures: [{ value: "visits", aggregate: "sum" }],
    });
    expect(model).toMatchObject({ rows: [], totals: null, empty: true, summary: "Pivot: no data." });
  });

  it("says how many rows it left out; totals are of all", () => {
    const model = pivot(ROWS, {
      rows: ["clinic"],
      measures: [{ value: "visits", aggregate: "sum" }],
      maxRows: 1,
    });
    expect(model.rows).toHaveLength(1);
    expect(model.totals?.[1]?.raw).toBe(73);
    expect(model.notices[0]?.text).toBe("Showing the first 1 of 3 rows; totals are of all.");
  });
});

describe("every value of a pivot", () => {
  const cell = fc.record({
    clinic: fc.constantFrom("A", "B", "C", null),
    payer: fc.constantFrom("x", "y"),
    month: fc.constantFrom("2026-01-01", "2026-02-01", "2026-03-01"),
    revenue: fc.option(fc.integer({ min: -1000, max: 1000 })),
    visits: fc.integer({ min: 0, max: 9 }),
  });
  const aggregates = {
    sum: (values: number[]) => values.reduce((a, b) => a + b, 0),
    avg: (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length,
    min: (values: number[]) => Math.min(...values),
    max: (values: number[]) => Math.max(...values),
  };
  type Row = { clinic: string | null; payer: string; month: string; revenue: number | null; visits: number };

  /** The same number by looking at every row again. */
  function naive(rows: Row[], how: keyof typeof aggregates | "rate"): number | null {
    const values = rows.flatMap(({ revenue }) => revenue ?? []);
    if (values.length === 0) return null;
    if (how !== "rate") return aggregates[how](values);
    const below = rows.reduce((sum, { visits }) => sum + visits, 0);
    return below === 0 ? null : aggregates.sum(values) / below;
  }

  it.each(["sum", "avg", "min", "max", "rate"] as const)("is the %s of the rows behind it", (how) => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 40 }), (rows) => {
        const measure =
          how === "rate"
            ? { value: "revenue", aggregate: "sum", denominator: "visits" }
            : { value: "revenue", aggregate: how };
        const model = pivot(
          rows.map((row): Cell[] => [row.clinic, row.payer, row.month, row.revenue, row.visits, null]),
          { rows: ["clinic", "payer"], columns: ["month"], measures: [measure] },
        );
        const months = [...new Set(rows.map((row) => row.month))].sort();
        const check = (cells: readonly ({ raw: Cell } | null)[], behind: Row[]) => {
          const expected = [...months, null].map((month) =>
            naive(
              behind.filter((row) => month === null || row.month === month),
              how,
            ),
          );
          const near = expected.map((value) => (value === null ? null : expect.closeTo(value, 6)));
          expect(cells.slice(2).map((entry) => entry?.raw ?? null)).toEqual(near);
        };
        for (const cells of model.rows) {
          const [clinic, payer] = [cells[0]?.text, cells[1]?.text];
          check(
            cells,
            rows.filter(
              (row) => (row.clinic ?? "(none)") === clinic && (payer === "All" || row.payer === payer),
            ),
          );
        }
        check(model.totals ?? [], rows);
      }),
      { numRuns: 60 },
    );
  });
});
