import { describe, expect, test } from "vitest";
import type { ColumnChoice, InspectedColumn } from "@/lib/data-sources/files/schemas";
import { choicesOf, differencesOf, repeatedNames, retyped } from "./draft";

const column = (name: string, given: Partial<InspectedColumn> = {}): InspectedColumn => ({
  sourceName: name,
  name,
  type: "text",
  format: null,
  samples: [],
  problems: [],
  ...given,
});
const choice = (name: string, given: Partial<ColumnChoice> = {}): ColumnChoice => ({
  name,
  type: "text",
  format: null,
  isIncluded: true,
  ...given,
});

test("edits stand over what was found", () => {
  const columns = [column("a"), column("b", { type: "number", format: "1,234.56" })];
  expect(choicesOf(columns, { 1: { name: "Amount", isIncluded: false } })).toEqual([
    choice("a"),
    { name: "Amount", type: "number", format: "1,234.56", isIncluded: false },
  ]);
});

describe("retyped", () => {
  test("takes the format the samples are written in", () => {
    const samples = ["1.234,50", "7,25"];
    expect(retyped(column("a", { samples }), "number")).toEqual({ type: "number", format: "1.234,56" });
    expect(retyped(column("a", { samples: ["31.12.2026"] }), "date").format).toBe("DD.MM.YYYY");
  });

  test("most of them, when not all are written alike", () => {
    const samples = ["12/31/2026", "12/30/2026", "2026-01-01"];
    expect(retyped(column("a", { samples }), "date").format).toBe("MM/DD/YYYY");
  });

  test("goes back to what was found", () => {
    const found = column("a", { type: "date", format: "DD/MM/YYYY", samples: ["01/02/2026"] });
    expect(retyped(found, "date").format).toBe("DD/MM/YYYY");
    expect(retyped(found, "text").format).toBeNull();
  });
});

test("names repeat whatever the case, and only among the columns that are loaded", () => {
  const choices = [choice("a"), choice("A "), choice("a", { isIncluded: false }), choice("b")];
  expect([...repeatedNames(choices)]).toEqual([1]);
});

test("a file beside a table: what is missing, what is new, what has another type", () => {
  const table = [
    { name: "id", type: "number" as const },
    { name: "Day", type: "date" as const },
    { name: "gone", type: "text" as const },
  ];
  const choices = [
    choice("new"),
    choice("day"),
    choice("ID", { type: "number" }),
    choice("left out", { isIncluded: false }),
  ];
  expect(differencesOf(table, choices)).toEqual([
    { kind: "missing", name: "gone" },
    { kind: "extra", index: 0, name: "new" },
    { kind: "type", index: 1, name: "day", table: "date", file: "text" },
  ]);
});
