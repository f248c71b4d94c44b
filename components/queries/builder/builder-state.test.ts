import { describe, expect, it } from "vitest";
import { createModel } from "@/lib/queries/builder/model";
import { BuilderQuery, type FieldRef } from "@/lib/queries/builder/schema";
import { newId, newName } from "./builder-names";
import {
  addCalculated,
  addDimension,
  addMeasure,
  addSort,
  addTable,
  beginWith,
  changeMeasure,
  renameCalculated,
  setExpression,
  setGrain,
} from "./builder-state";
import { readsOf } from "./expression-names";
import { CLINICS } from "./testing/clinic-schema";

const column = (
  table: string,
  name: string,
  type: Extract<FieldRef, { kind: "column" }>["type"],
): FieldRef => ({
  kind: "column",
  table,
  column: name,
  type,
});
const amount = column("invoices", "amount", "number");
const issuedOn = column("invoices", "issued_on", "date");
const invoices = beginWith({ schema: "public", name: "invoices" });
const joined = addTable(
  addTable(
    invoices,
    { schema: "public", name: "appointments" },
    {
      kind: "left",
      to: "invoices",
      on: [{ left: "appointment_id", right: "id" }],
    },
  ),
  { schema: "public", name: "clinics" },
  { kind: "left", to: "appointments", on: [{ left: "clinic_id", right: "id" }] },
);
const names = (query: BuilderQuery) => [...query.dimensions, ...query.measures].map(({ name }) => name);

describe("ids and names", () => {
  it("are unique, and what the query keeps is valid", () => {
    const twice = addTable(
      invoices,
      { schema: "", name: "invoices" },
      {
        kind: "inner",
        to: "invoices",
        on: [{ left: "id", right: "id" }],
      },
    );
    expect(twice.tables.map(({ id }) => id)).toEqual(["invoices", "invoices_2"]);
    expect(BuilderQuery.safeParse(twice).success).toBe(true);
  });
  it("are made of whatever people call things", () => {
    expect(newId(invoices, "2024 Umsätze (€)")).toBe("umsa_tze");
    expect(newId(invoices, "売上")).toBe("x");
    expect(newId(invoices, "a".repeat(80))).toHaveLength(41);
    const long = { ...invoices, tables: [{ ...invoices.tables[0]!, id: "a".repeat(41) }] };
    expect(newId(long, "a".repeat(80))).toBe(`${"a".repeat(39)}_2`);
  });
  it("differ whatever their case, within 60 characters", () => {
    expect(newName(["Clinic", "clinic 2"], "CLINIC")).toBe("CLINIC 3");
    expect(newName(["x".repeat(60)], "x".repeat(70))).toBe(`${"x".repeat(58)} 2`);
  });
});

describe("adding columns", () => {
  it("names the name of a thing after the thing, and tells equal names apart", () => {
    const clinic = addDimension(joined, column("clinics", "name", "text"));
    const both = addDimension(
      addDimension(clinic, column("invoices", "status", "text")),
      column("appointments", "status", "text"),
    );
    expect(names(both)).toEqual(["Clinic", "Status", "Appointments status"]);
  });
  it("cuts a date to months only where rows are grouped", () => {
    expect(addDimension(invoices, issuedOn).dimensions[0]).toMatchObject({ name: "Issued on", grain: null });
    const grouped = addDimension(addMeasure(invoices, { kind: "count" }), issuedOn);
    expect(grouped.dimensions[0]).toMatchObject({ name: "Month", grain: "month" });
  });
  it("groups dates that were listed once the first measure is there", () => {
    const query = addMeasure(addDimension(invoices, issuedOn), { kind: "sum", field: amount });
    expect(names(query)).toEqual(["Month", "Sum of amount"]);
  });
});

describe("names that nobody wrote", () => {
  const month = addDimension(addMeasure(invoices, { kind: "count" }), issuedOn);
  const [dimension] = month.dimensions;
  it("follow the grain, and stay once somebody wrote one", () => {
    expect(setGrain(month, dimension!.id, "quarter").dimensions[0]?.name).toBe("Quarter");
    const named = { ...month, dimensions: [{ ...dimension!, name: "Billing period" }] };
    expect(setGrain(named, dimension!.id, "year").dimensions[0]?.name).toBe("Billing period");
  });
  it("follow what is measured, and stay once somebody wrote one", () => {
    const query = addMeasure(invoices, { kind: "sum", field: amount });
    const [sum] = query.measures;
    const average = changeMeasure(query, sum!.id, { ...sum!, kind: "average", field: amount });
    expect(names(average)).toEqual(["Average of amount"]);
    const revenue = changeMeasure(query, sum!.id, { ...sum!, name: "Revenue" });
    const [renamed] = revenue.measures;
    const median = changeMeasure(revenue, sum!.id, { ...renamed!, kind: "median", field: amount });
    expect(names(median)).toEqual(["Revenue"]);
  });
  it("say the percentile and both parts of a ratio", () => {
    const percentile = addMeasure(invoices, { kind: "percentile", percentile: 90, field: amount });
    const both = addMeasure(percentile, { kind: "count" });
    const [one, other] = both.measures;
    const ratio = addMeasure(both, { kind: "ratio", numerator: one!.id, denominator: other!.id });
    expect(names(ratio)).toEqual([
      "90th percentile of amount",
      "Count",
      "90th percentile of amount per count",
    ]);
  });
});

describe("calculated columns", () => {
  const net = addCalculated(invoices, "Net", "[amount] * 0.8");
  const tax = addCalculated(net, "Tax", "[amount] - [Net] & '[Net]'");
  it("are called by their new name where they are used, but not in texts", () => {
    const typed = setExpression(tax, "tax", "[amount] - [net]");
    const reads = readsOf(createModel(typed, CLINICS.tables));
    expect(renameCalculated(typed, "net", "Net ] amount", reads).calculated).toMatchObject([
      { name: "Net ] amount", expression: "[amount] * 0.8" },
      { name: "Tax", expression: "[amount] - [Net ]] amount]" },
    ]);
  });
  it("leave a column of the source of that name alone", () => {
    const shadow = addCalculated(addCalculated(invoices, "Amount", "[amount] * 2"), "Half", "[amount] / 2");
    const reads = readsOf(createModel(shadow, CLINICS.tables));
    expect(renameCalculated(shadow, "amount", "Twice", reads).calculated[1]?.expression).toBe("[amount] / 2");
  });
});

describe("order", () => {
  it("begins with the greatest of what is measured", () => {
    const query = addDimension(addMeasure(joined, { kind: "count" }), column("clinics", "name", "text"));
    expect(addSort(addSort(query, "clinic"), "count").sort).toEqual([
      { by: "clinic", direction: "ascending" },
      { by: "count", direction: "descending" },
    ]);
  });
});
