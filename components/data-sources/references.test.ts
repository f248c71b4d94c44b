import { expect, it } from "vitest";
import type { SchemaTable } from "@/lib/data-sources/schemas";
import { referencesOf } from "./references";

it("says what a column points at, also as a part of a longer key", () => {
  const table: SchemaTable = {
    schema: "shop",
    name: "visits",
    comment: null,
    rowEstimate: null,
    columns: [],
    primaryKey: ["id"],
    foreignKeys: [
      {
        columns: ["region", "clinic"],
        schema: "shop",
        table: "clinics",
        referencedColumns: ["region", "no"],
      },
      { columns: ["region"], schema: "geo", table: "regions", referencedColumns: ["code"] },
    ],
  };
  const clinics = { schema: "shop", name: "clinics" };
  expect(referencesOf(table, "clinic")).toEqual([{ target: clinics, column: "no" }]);
  expect(referencesOf(table, "region")).toEqual([
    { target: clinics, column: "region" },
    { target: { schema: "geo", name: "regions" }, column: "code" },
  ]);
  expect(referencesOf(table, "id")).toEqual([]);
});
