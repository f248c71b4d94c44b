import { describe, expect, test } from "vitest";
import { QueryDefinition } from "@/lib/queries/schemas";
import { namesTable } from "./names-table";

const sql = (text: string) => QueryDefinition.parse({ kind: "sql", sql: text });

describe("namesTable", () => {
  test("finds the name as a word, whatever the case, in quotes or not", () => {
    expect(namesTable(sql("SELECT * FROM Sales"), "sales")).toBe(true);
    expect(namesTable(sql('SELECT * FROM "sales 2026" s'), "sales 2026")).toBe(true);
    expect(namesTable(sql("SELECT * FROM größe_1"), "größe_1")).toBe(true);
  });

  test("not as a part of another name", () => {
    expect(namesTable(sql("SELECT * FROM sales_2026"), "sales")).toBe(false);
    expect(namesTable(sql("SELECT * FROM presales"), "sales")).toBe(false);
    expect(namesTable(sql("SELECT * FROM größer"), "größe")).toBe(false);
  });

  test("a name is no pattern", () => {
    expect(namesTable(sql("SELECT * FROM ab"), "a.")).toBe(false);
    expect(namesTable(sql('SELECT * FROM "a.(b"'), "a.(b")).toBe(true);
  });

  test("the tables of the builder", () => {
    const definition = QueryDefinition.parse({
      kind: "builder",
      builder: {
        tables: [{ id: "t1", schema: "", name: "visits" }],
        columns: [],
      },
    });
    expect(namesTable(definition, "visits")).toBe(true);
    expect(namesTable(definition, "visit")).toBe(false);
  });
});
