import { expect, it } from "vitest";
import type { SchemaTable } from "@/lib/data-sources/schemas";
import { type CompletionWorld, completionsAt } from "./completions";

const table = (schema: string, name: string, ...columns: string[]): SchemaTable => ({
  schema,
  name,
  comment: null,
  rowEstimate: null,
  columns: columns.map((column) => ({
    name: column,
    type: "text",
    valueType: "text",
    nullable: true,
    comment: null,
  })),
  primaryKey: [],
  foreignKeys: [],
});
const WORLD: CompletionWorld = {
  dialect: "postgresql",
  tables: [
    table("shop", "sales", "id", "amount", "Unit"),
    table("shop", "clinics", "id", "name"),
    table("public", "order", "day"),
  ],
  parameters: ["clinic", "me.department"],
};

/** What is offered at the bar of a text. */
function at(text: string, world = WORLD) {
  const place = text.indexOf("|");
  return completionsAt(text.replace("|", ""), place, world, true);
}
const labels = (text: string, kind?: string) =>
  at(text)
    ?.options.filter((option) => kind === undefined || option.kind === kind)
    .map(({ label }) => label);

it("offers the columns behind an alias, a table, or a schema and table", () => {
  expect(labels("select s.| from shop.sales s")).toEqual(["id", "amount", "Unit"]);
  expect(labels("select sales.am| from shop.sales")).toEqual(["id", "amount", "Unit"]);
  expect(labels("select shop.clinics.| from shop.clinics")).toEqual(["id", "name"]);
  expect(labels("select * from shop.|")).toEqual(["sales", "clinics"]);
  expect(labels("select x.| from shop.sales s")).toEqual([]);
});

it("replaces what was typed, and quotes what needs it", () => {
  const found = at("select s.Un| from shop.sales s");
  expect(found?.from).toBe("select s.".length);
  expect(found?.options.find(({ label }) => label === "Unit")?.apply).toBe('"Unit"');
  expect(at("select * from ord|")?.options.find(({ label }) => label === "order")?.apply).toBe('"order"');
});

it("offers the columns of the tables the text reads, with the table where two have them", () => {
  const options = at("select | from shop.sales s join shop.clinics c on true")?.options ?? [];
  const columns = options.filter(({ kind }) => kind === "column").map(({ apply }) => apply);
  expect(columns).toEqual(["s.id", "amount", '"Unit"', "c.id", "name"]);
  expect(options.filter(({ kind }) => kind === "alias").map(({ label }) => label)).toEqual(["s", "c"]);
});

it("offers tables after FROM, JOIN and commas of FROM, and no columns", () => {
  expect(labels("select * from |", "table")).toEqual(["sales", "clinics", "order"]);
  expect(labels("select * from shop.sales, |", "column")).toEqual([]);
  expect(labels("select amount, | from shop.sales", "column")).toEqual(["id", "amount", "Unit"]);
  expect(at("select * from |")?.options.find(({ label }) => label === "sales")?.apply).toBe("shop.sales");
  expect(labels("with recent as (select 1) select * from |", "table")).toContain("recent");
});

it("writes keywords in the case that is typed", () => {
  expect(labels("sel|", "keyword")).toContain("select");
  expect(labels("SEL|", "keyword")).toContain("SELECT");
  expect(labels("coun|", "function")).toContain("count");
});

it("offers parameters in braces, and closes them", () => {
  expect(at("where x = {{cl|")?.options).toEqual([
    { label: "clinic", kind: "parameter", apply: "clinic}}" },
    { label: "me.department", kind: "parameter", apply: "me.department}}" },
  ]);
  expect(at("where x = {{me.|}}")).toEqual({
    from: "where x = {{".length,
    options: [
      { label: "clinic", kind: "parameter", apply: "clinic" },
      { label: "me.department", kind: "parameter", apply: "me.department" },
    ],
  });
});

it("offers nothing in texts and comments, nor unasked before anything is typed", () => {
  expect(at("select 'a| b'")).toBeNull();
  expect(at("select 1 -- fr|")).toBeNull();
  expect(completionsAt("select ", 7, WORLD, false)).toBeNull();
});

it("uses the quotes of the dialect", () => {
  const found = at("select * from ord|", { ...WORLD, dialect: "mysql" });
  expect(found?.options.find(({ label }) => label === "order")?.apply).toBe("`order`");
});
