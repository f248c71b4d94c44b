import { describe, expect, it } from "vitest";
import { prepare } from "@/lib/charts/prepare";
import { sparklineShape } from "@/lib/charts/sparkline";
import { chartToTable } from "@/lib/charts/table-of";
import type { Cell, ChartModel, ResultColumn, ResultSet } from "@/lib/charts/types";

const options = { locale: "en-GB", zone: "Europe/Berlin" };
const day: ResultColumn = { name: "day", type: "date", role: "time" };
const at: ResultColumn = { name: "at", type: "timestamp", role: "time" };
const clinic: ResultColumn = { name: "clinic", type: "text", role: "dimension" };
const visits: ResultColumn = { name: "visits", type: "number", role: "measure", unit: "count" };

function resultOf(columns: ResultColumn[], rows: Cell[][]): ResultSet {
  return { columns, rows, asOf: "2026-11-20T05:00:00Z", truncated: false, durationMs: 4, fromCache: false };
}

describe("chartToTable", () => {
  const tableOf = (result: ResultSet, spec: Parameters<typeof prepare>[1]) =>
    chartToTable(prepare(result, spec, options) as ChartModel);
  it("has a typed date and a figure per series", () => {
    const table = tableOf(
      resultOf(
        [day, visits],
        [
          ["2026-10-05", 1200],
          ["2026-10-06", null],
        ],
      ),
      { kind: "line", title: "Visits", x: "day", y: ["visits"], stacking: "none", horizontal: false },
    );
    expect(table.columns.map((column) => [column.name, column.type])).toEqual([
      ["Day", "date"],
      ["Visits", "number"],
    ]);
    expect(table.rows).toEqual([
      [
        { raw: "2026-10-05", text: "5 Oct 2026" },
        { raw: 1200, text: "1,200" },
      ],
      [
        { raw: "2026-10-06", text: "6 Oct 2026" },
        { raw: null, text: "–" },
      ],
    ]);
  });
  it("keeps instants as instants", () => {
    const table = tableOf(resultOf([at, visits], [["2026-10-05T10:30:00Z", 1]]), {
      kind: "bar",
      title: "",
      x: "at",
      y: ["visits"],
      stacking: "none",
      horizontal: false,
    });
    expect(table.columns[0]?.type).toBe("timestamp");
    expect(table.rows[0]?.[0]).toEqual({ raw: "2026-10-05T10:30:00.000Z", text: "5 Oct 2026, 12:30" });
  });
  it("lists the parts of a pie with value and share", () => {
    const table = tableOf(
      resultOf(
        [clinic, visits],
        [
          ["A", 1],
          ["B", 3],
        ],
      ),
      { kind: "pie", title: "", category: "clinic", value: "visits" },
    );
    expect(table.rows[0]?.map((cell) => cell.raw)).toEqual(["B", 3, 0.75]);
  });
});

describe("sparklineShape", () => {
  const box = { width: 100, height: 20, inset: 2 };
  it("runs from the oldest to the newest", () => {
    expect(sparklineShape([0, 10], box)).toEqual({ line: "M2,18L98,2", end: { x: 98, y: 2 } });
  });
  it("breaks at a gap", () => {
    expect(sparklineShape([0, null, 10, 5], box).line).toBe("M2,18M66,2L98,10");
  });
  it("draws a flat line in the middle, one point as a dot, and nothing for nothing", () => {
    expect(sparklineShape([3, 3], box).line).toBe("M2,10L98,10");
    expect(sparklineShape([3], box).end).toEqual({ x: 98, y: 10 });
    expect(sparklineShape([null, null], box)).toEqual({ line: "", end: null });
    expect(sparklineShape([], box)).toEqual({ line: "", end: null });
  });
});
