import { expect, it } from "vitest";
import type { SchemaTable } from "@/lib/data-sources/schemas";
import { filterTables } from "./filter-tables";

const table = (name: string, columns: string[], comment: string | null = null): SchemaTable => ({
  schema: "shop",
  name,
  comment,
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
const TABLES = [
  table("sales", ["day", "amount"], "One row a sale"),
  table("clinics", ["city", "opened_day"]),
];

it("finds tables by name, schema and comment, and by their columns", () => {
  const found = (filter: string) =>
    filterTables(TABLES, filter).map(({ table: hit, columns }) => [hit.name, columns]);
  expect(found("")).toEqual([
    ["sales", []],
    ["clinics", []],
  ]);
  expect(found(" SHOP.sal ")).toEqual([["sales", []]]);
  expect(found("row one")).toEqual([["sales", []]]);
  expect(found("day")).toEqual([
    ["sales", ["day"]],
    ["clinics", ["opened_day"]],
  ]);
  expect(found("nothing")).toEqual([]);
});
