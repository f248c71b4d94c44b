import { expect, it } from "vitest";
import { beginWith } from "./builder/builder-state";
import { asBuilder, emptyBuilder, emptySql, parametersOf, questionOf } from "./form-values";

it("tells the same question from another one, whatever is said beside it", () => {
  const ask = (sql: string, dataSourceId = "a") => questionOf({ dataSourceId, definition: emptySql(sql) });
  expect(ask("select 1")).toBe(ask("  select 1\n"));
  expect(ask("select 1")).not.toBe(ask("select 2"));
  expect(ask("select 1")).not.toBe(ask("select 1", "b"));
  const withUnit = { ...emptySql("select 1 as n"), columnUnits: { n: "percent" as const } };
  expect(questionOf({ dataSourceId: "a", definition: withUnit })).toBe(ask("select 1 as n"));
  const builder = { dataSourceId: "a", definition: emptyBuilder() };
  expect(questionOf(builder)).not.toBe(ask(""));
});

it("opens the builder before a table was chosen, and not for a text", () => {
  expect(asBuilder(emptyBuilder())?.builder.tables).toEqual([]);
  const begun = asBuilder(emptyBuilder(beginWith({ schema: "shop", name: "sales" })));
  expect(begun?.builder.tables.map(({ name }) => name)).toEqual(["sales"]);
  expect(asBuilder(emptySql("select 1"))).toBeNull();
});

it("knows no parameters while a declaration is half typed", () => {
  expect(parametersOf({ ...emptySql(), parameters: [{ name: "clinic", type: "text" }] })).toHaveLength(1);
  expect(parametersOf({ ...emptySql(), parameters: [{ name: "Not a name", type: "text" }] })).toEqual([]);
});
