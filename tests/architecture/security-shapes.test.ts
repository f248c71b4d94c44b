/**
 * Texts made to be slow to read: each is small enough to be sent, and would hold up everybody for minutes if it were
 * read by an expression that tries again and again. What is quadratic or worse outlasts the test's own time limit.
 */
import { describe, expect, it } from "vitest";
import { resultColumns } from "@/lib/data-sources/connectors/cells";
import { columnNames } from "@/lib/data-sources/files/column-names";
import { ColumnEvidence } from "@/lib/data-sources/files/detect-types";
import type { Dialect } from "@/lib/data-sources/schemas";
import { compileSql } from "@/lib/queries/compile-sql";
import { uniqueNames } from "@/lib/utils/unique-names";

const DIALECTS: Dialect[] = ["postgresql", "mysql", "clickhouse", "duckdb"];
const LONG = 99_000;
const options = { now: new Date("2026-11-20T08:00:00Z"), zone: "UTC", weekStartsOn: 1 };

/** Answers or refuses; both are well. */
function read(sql: string, dialect: Dialect): void {
  try {
    compileSql({ sql, parameters: [] }, {}, { ...options, dialect });
  } catch (error) {
    expect(error).toMatchObject({ code: "invalid_input" });
  }
}

const SHAPES: Record<string, string> = {
  "semicolons without end": `select 1${";".repeat(LONG)}`,
  "semicolons and spaces": `select 1${"; ".repeat(LONG / 2)}`,
  "spaces after opening braces": `select {{${" ".repeat(LONG)}`,
  "opening braces": `select ${"{".repeat(LONG)}`,
  "opening brackets": `select ${"[".repeat(LONG)} {{x}}`,
  "spaces before the end": `select 1${" ".repeat(LONG)}x`,
  comments: `${"/**/".repeat(LONG / 4)}select 1`,
  "opened comments": `select ${"/*".repeat(LONG / 2)}`,
  dollars: `select ${"$a$ $".repeat(LONG / 5)}`,
  "the word into": `select ${"into ".repeat(LONG / 5)}`,
  "the word format": `select ${"format x ;".repeat(LONG / 10)}.`,
  "the word settings": `select ${"settings a ".repeat(LONG / 11)}`,
  "literals that go on": `select E'a'${"\n".repeat(LONG)}x`,
};

describe("a query's text", () => {
  it.each(Object.entries(SHAPES))("of %s is read at once in every dialect", (_, sql) => {
    for (const dialect of DIALECTS) read(sql, dialect);
  });
});

describe("a file's values and names", () => {
  it("of a million signs are no number", () => {
    const column = new ColumnEvidence();
    column.add(`1${"€".repeat(1_000_000)}x`);
    column.add(`1${" ".repeat(1_000_000)}x`);
    expect(column.conclude({ decimal: null, order: null }).type).toBe("text");
  });

  it("that are all the same become different ones", () => {
    const same = Array<string>(30_000).fill("Amount");
    expect(columnNames(same).at(-1)).toBe("Amount (30000)");
    expect(resultColumns(same.map((name) => ({ name, type: "text" }))).at(-1)?.name).toBe("Amount (30000)");
  });

  it("stay what they are where they differ, whatever the others were given", () => {
    expect(uniqueNames(["a", "a (2)", "a", "A"], (name) => name.toLowerCase())).toEqual([
      "a",
      "a (2)",
      "a (3)",
      "A (4)",
    ]);
  });
});
