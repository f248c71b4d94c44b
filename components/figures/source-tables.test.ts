import { expect, test } from "vitest";
import type { SchemaTable } from "@/lib/data-sources/schemas";
import { likelyFirst } from "./source-tables";

const table = (name: string, rowEstimate: number, pointsAt: string[] = []): SchemaTable => ({
  schema: "public",
  name,
  comment: null,
  rowEstimate,
  columns: [],
  primaryKey: ["id"],
  foreignKeys: pointsAt.map((other) => ({
    columns: [`${other}_id`],
    schema: "public",
    table: other,
    referencedColumns: ["id"],
  })),
});

test("facts come first and bookkeeping last", () => {
  const tables = [
    table("schema_migrations", 90),
    table("clinics", 12),
    table("appointments", 240_000, ["clinics"]),
    table("invoices", 90_000, ["appointments"]),
  ];
  expect(likelyFirst(tables).map(({ name }) => name)).toEqual([
    "appointments",
    "invoices",
    "clinics",
    "schema_migrations",
  ]);
});
