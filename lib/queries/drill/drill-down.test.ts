import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { compileDefinition } from "@/lib/queries/compile-definition";
import { type BuilderDefinition, QueryDefinition } from "@/lib/queries/schemas";
import { type Drill, drillDown, finerColumn } from "./drill-down";

const column = (name: string, type: "text" | "date" | "timestamp" | "number") =>
  ({ kind: "column", table: "visits", column: name, type }) as const;

type Builder = z.input<typeof BuilderDefinition>["builder"];
type Grain = "year" | "month" | "week" | "day";
const built = (
  grain: Grain,
  type: "date" | "timestamp" = "date",
  changes: Partial<Builder> = {},
): QueryDefinition =>
  QueryDefinition.parse({
    kind: "builder",
    builder: {
      tables: [{ id: "visits", schema: "care", name: "visits" }],
      dimensions: [
        { id: "when", name: "Month", field: column("day", type), grain },
        { id: "clinic", name: "Clinic", field: column("clinic", "text") },
      ],
      measures: [
        { kind: "count", id: "n", name: "Visits" },
        { kind: "sum", id: "paid", name: "Paid", field: column("amount", "number") },
      ],
      sort: [{ by: "n", direction: "descending" }],
      ...changes,
    },
  });

function compiled(definition: QueryDefinition, drill: Drill) {
  const drilled = drillDown(definition, drill);
  const { text, values } = compileDefinition(drilled.definition, {
    dialect: "postgresql",
    values: {},
    now: new Date("2026-11-20T08:00:00Z"),
    zone: "Europe/Berlin",
    weekStartsOn: 1,
  });
  return { text, values, left: drilled.left, definition: drilled.definition };
}

const october = { column: "Month", value: "2026-10-01" };

describe("looking closer", () => {
  it("cuts the clicked period into shorter ones, and keeps to it on the way down", () => {
    const weeks = compiled(built("month"), { to: "finer", steps: [october] });
    expect(weeks.definition).toMatchObject({ builder: { dimensions: [{ grain: "week" }, { grain: null }] } });
    expect(weeks.values).toEqual(expect.arrayContaining(["2026-10-01", "2026-11-01"]));
    const steps = [october, { column: "Month", value: "2026-09-28" }];
    const days = compiled(built("month"), { to: "finer", steps });
    expect(days.definition).toMatchObject({ builder: { dimensions: [{ grain: "day" }, { grain: null }] } });
    expect(days.values).toEqual(
      expect.arrayContaining(["2026-10-01", "2026-11-01", "2026-09-28", "2026-10-05"]),
    );
  });

  it("ends where the column ends", () => {
    expect(finerColumn(built("month"))).toBe("Month");
    expect(finerColumn(built("day", "timestamp"))).toBe("Month");
    expect(finerColumn(built("day", "date"))).toBeNull();
    expect(finerColumn(QueryDefinition.parse({ kind: "sql", sql: "select 1" }))).toBeNull();
  });
});

describe("rows", () => {
  it("of the source are those behind the point, with the columns that the question uses", () => {
    const steps = [october, { column: "Clinic", value: "x' or true --" }];
    const { text, values, definition } = compiled(built("month"), { to: "source_rows", steps });
    expect(definition).toMatchObject({
      builder: {
        dimensions: [{ name: "day" }, { name: "clinic" }, { name: "amount" }],
        measures: [],
        limit: 1000,
      },
    });
    expect(text).not.toContain("true --");
    expect(values).toEqual(expect.arrayContaining(["2026-10-01", "2026-11-01", "x' or true --"]));
  });

  it("of the answer are those that hold what was clicked", () => {
    const definition = built("month");
    for (const to of ["rows", "finer", "source_rows"] as const) {
      const sql = QueryDefinition.parse({ kind: "sql", sql: "select 1 as n" });
      expect(drillDown(sql, { to, steps: [october] })).toMatchObject({
        definition: sql,
        left: [{ column: "Month", keep: { kind: "values", values: ["2026-10-01"] } }],
      });
    }
    expect(drillDown(definition, { to: "rows", steps: [] })).toEqual({ definition, left: [] });
  });
});
