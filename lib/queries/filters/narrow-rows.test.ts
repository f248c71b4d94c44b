import { describe, expect, it } from "vitest";
import type { Cell, ColumnType, ResultSet } from "@/lib/charts/types";
import type { ColumnFilter } from "./figure-filter";
import { narrowRows } from "./narrow-rows";

const ZONE = "Europe/Berlin";

const resultOf = (type: ColumnType, cells: Cell[]): ResultSet => ({
  columns: [{ name: "clinic_name", type, role: "dimension" }],
  rows: cells.map((cell) => [cell]),
  asOf: "2026-11-20T08:00:00Z",
  truncated: false,
  durationMs: 1,
  fromCache: false,
});

function kept(type: ColumnType, cells: Cell[], keep: ColumnFilter["keep"], column = "clinic_name"): Cell[] {
  const { result } = narrowRows(resultOf(type, cells), [{ label: "Clinic", column, keep }], ZONE);
  return result.rows.map(([cell]) => cell ?? null);
}
const only = (...values: Cell[]) => ({ kind: "values" as const, values });

describe("rows that a filter leaves", () => {
  it("hold one of its values, whatever they are written as", () => {
    expect(kept("text", ["North", "north", "South", null], only("North", "South"))).toEqual([
      "North",
      "South",
    ]);
    expect(kept("number", [1, "1.00", "12345678901234567890", 2], only("1"))).toEqual([1, "1.00"]);
    expect(
      kept("number", ["12345678901234567890", "12345678901234567891"], only("12345678901234567891")),
    ).toEqual(["12345678901234567891"]);
    expect(kept("boolean", [true, false, null], only("false"))).toEqual([false]);
    expect(kept("date", ["2026-10-01", "2026-10-02"], only("2026-10-02"))).toEqual(["2026-10-02"]);
  });

  it("may be those without a value", () => {
    expect(kept("text", ["North", null, ""], only(null))).toEqual([null, ""]);
    expect(kept("number", [0, null], only(null))).toEqual([null]);
  });

  it("lie in its days, which begin where the reader lives", () => {
    const days = { kind: "days" as const, days: { from: "2026-10-01", to: "2026-11-01" } };
    expect(kept("date", ["2026-09-30", "2026-10-01", "2026-10-31", "2026-11-01"], days)).toEqual([
      "2026-10-01",
      "2026-10-31",
    ]);
    expect(kept("timestamp", ["2026-09-30T21:59:00Z", "2026-09-30T22:00:00Z"], days)).toEqual([
      "2026-09-30T22:00:00Z",
    ]);
    expect(kept("timestamp", ["2026-09-30T22:00:00Z"], only("2026-10-01"))).toEqual(["2026-09-30T22:00:00Z"]);
  });

  it("are found by how the column's name reads", () => {
    expect(kept("text", ["North", "South"], only("North"), "Clinic name")).toEqual(["North"]);
  });

  it("are all of them where the column is missing, which is told", () => {
    const filter: ColumnFilter = { label: "Shop", column: "shop", keep: only("North") };
    const { result, missed } = narrowRows(resultOf("text", ["x"]), [filter], ZONE);
    expect(result.rows).toEqual([["x"]]);
    expect(missed).toEqual([filter]);
  });
});
