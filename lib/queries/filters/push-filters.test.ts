import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { compileDefinition } from "@/lib/queries/compile-definition";
import { type BuilderDefinition, QueryDefinition } from "@/lib/queries/schemas";
import type { ColumnFilter, ColumnOrigin } from "./figure-filter";
import { pushFilters } from "./push-filters";

const column = (name: string, type: "text" | "date" | "number" | "boolean") =>
  ({ kind: "column", table: "visits", column: name, type }) as const;

type Builder = z.input<typeof BuilderDefinition>["builder"];
const built = (changes: Partial<Builder> = {}): QueryDefinition =>
  QueryDefinition.parse({
    kind: "builder",
    builder: {
      tables: [{ id: "visits", schema: "care", name: "visits" }],
      dimensions: [{ id: "d", name: "Clinic", field: column("clinic", "text") }],
      measures: [{ kind: "count", id: "m", name: "Visits" }],
      filters: {
        kind: "group",
        match: "any",
        items: [
          {
            kind: "filter",
            field: column("kind", "text"),
            operator: "equals",
            value: { kind: "literal", values: ["new"] },
          },
          { kind: "filter", field: column("paid", "boolean"), operator: "is_empty" },
        ],
      },
      ...changes,
    },
  });

const only = (
  name: string,
  values: ColumnFilter["keep"] | string[],
  origin?: Partial<ColumnOrigin>,
): ColumnFilter => ({
  label: name,
  column: name,
  keep: Array.isArray(values) ? { kind: "values", values } : values,
  ...(origin
    ? {
        origin: {
          dataSourceId: "s",
          schema: "care",
          table: "visits",
          column: name,
          type: "text",
          grain: null,
          ...origin,
        },
      }
    : {}),
});

function pushed(filter: ColumnFilter, definition = built()) {
  const { definition: asked, left } = pushFilters(definition, [filter], "s");
  const { text, values } = compileDefinition(asked, {
    dialect: "postgresql",
    values: {},
    now: new Date("2026-11-20T08:00:00Z"),
    zone: "Europe/Berlin",
    weekStartsOn: 1,
  });
  return {
    where: /where ([\s\S]*?)(?=group by|$)/i.exec(text)?.[1]?.trim() ?? "",
    values,
    left: left.length,
  };
}

describe("a filter on a builder's question", () => {
  it("is left to the rows where they hold the column, unless they are cut", () => {
    expect(pushed(only("Clinic", ["North"]))).toMatchObject({ left: 1 });
    const cut = pushed(only("Clinic", ["North"]), built({ limit: 10 }));
    expect(cut).toMatchObject({ left: 0, values: ["new", "North"] });
  });

  it("is asked of the source, beside what is asked already, with its value bound", () => {
    const { where, values, left } = pushed(only("kind", ["x' or true --"]));
    expect(left).toBe(0);
    expect(values).toEqual(["new", "x' or true --"]);
    expect(where).toMatch(/^\(.* or .*\)\s+and .*"kind"/is);
    expect(where).not.toContain("true --");
  });

  it("reaches a column that the question does not use, when the click came from that column", () => {
    expect(pushed(only("Doctor", ["Ada"], { column: "doctor" }))).toMatchObject({
      left: 0,
      values: ["new", "Ada"],
    });
    expect(pushed(only("Doctor", ["Ada"], { column: "doctor", dataSourceId: "other" })).left).toBe(1);
    expect(pushed(only("Doctor", ["Ada"], { column: "doctor", table: "stays" })).left).toBe(1);
    expect(pushed(only("Doctor", ["Ada"])).left).toBe(1);
  });

  it("means the whole month where a month was clicked", () => {
    const month = only("Month", ["2026-02-01"], { column: "day", type: "date", grain: "month" });
    expect(pushed(month)).toMatchObject({ left: 0, values: ["new", "2026-02-01", "2026-03-01"] });
    const weekday = only("Weekday", ["3"], { column: "day", type: "date", grain: "day_of_week" });
    expect(pushed(weekday).left).toBe(1);
  });

  it("finds yes and no, and what is empty", () => {
    expect(pushed(only("paid", ["false"]))).toMatchObject({ left: 0, values: ["new", "false"] });
    const empty = only("kind", { kind: "values", values: [null] });
    expect(pushed(empty)).toMatchObject({ left: 0, values: ["new"] });
  });
});
