import { expect, test } from "vitest";
import type { SchemaTable } from "@/lib/data-sources/schemas";
import { guessColumns, type Slot } from "./guess-columns";

const column = (name: string, valueType: "text" | "number" | "date") => ({
  name,
  type: valueType,
  valueType,
  nullable: true,
  comment: null,
});
const table = {
  schema: "",
  name: "invoices",
  comment: null,
  rowEstimate: null,
  primaryKey: ["id"],
  foreignKeys: [],
  columns: [
    column("id", "number"),
    column("clinic_id", "number"),
    column("discount", "number"),
    column("amount", "number"),
    column("due_on", "date"),
    column("issued_on", "date"),
    column("kind", "text"),
  ],
} satisfies SchemaTable;

const slot = (name: string, types: Slot["types"], words: string[] = []): Slot => ({ name, types, words });

test("a name that fits goes before the first column of the type", () => {
  const slots = [slot("when", ["date"], ["issued"]), slot("amount", ["number"], ["revenue", "amount"])];
  expect(guessColumns(slots, table)).toEqual({ when: "issued_on", amount: "amount" });
});

test("without a name keys come last, and no column is taken twice", () => {
  const slots = [slot("a", ["number"]), slot("b", ["number"]), slot("c", ["number"])];
  expect(guessColumns(slots, table)).toEqual({ a: "discount", b: "amount", c: "id" });
});

test("a slot that nothing fits stays open", () => {
  expect(guessColumns([slot("yes", ["boolean"])], table)).toEqual({});
});

test("what points at another table is a key, whatever its name", () => {
  const toClinics = { columns: ["discount"], schema: "", table: "clinics", referencedColumns: ["id"] };
  const pointing = { ...table, foreignKeys: [toClinics] };
  expect(guessColumns([slot("a", ["number"])], pointing)).toEqual({ a: "amount" });
});
