import { describe, expect, it } from "vitest";
import type { Filter } from "@/lib/queries/builder/schema";
import { newFilter, operatorsFor, withOperator } from "./filter-words";

const field: Filter["field"] = { kind: "column", table: "clinics", column: "name", type: "text" };
const isOneOf: Filter = {
  kind: "filter",
  field,
  operator: "in",
  value: { kind: "literal", values: ["North", "South", "West"] },
};

describe("changing the operator of a condition", () => {
  it("keeps as many values as the next one compares with", () => {
    expect(withOperator(isOneOf, "equals").value).toEqual({ kind: "literal", values: ["North"] });
    expect(withOperator(isOneOf, "between").value).toEqual({ kind: "literal", values: ["North", "South"] });
    expect(withOperator(isOneOf, "not_in").value).toEqual(isOneOf.value);
  });
  it("drops the value where none is needed, and begins anew afterwards", () => {
    const isEmpty = withOperator(isOneOf, "is_empty");
    expect(isEmpty.value).toBeNull();
    expect(withOperator(isEmpty, "equals").value).toEqual({ kind: "literal", values: [] });
  });
  it("keeps a parameter", () => {
    const asked: Filter = { ...isOneOf, value: { kind: "parameter", name: "clinic" } };
    expect(withOperator(asked, "equals").value).toEqual({ kind: "parameter", name: "clinic" });
  });
  it("never carries a day into a period or back", () => {
    const on: Filter = { ...isOneOf, operator: "equals", value: { kind: "literal", values: ["2026-01-01"] } };
    expect(withOperator(on, "in_range").value).toEqual({ kind: "period" });
    expect(withOperator(withOperator(on, "in_range"), "less").value).toEqual({ kind: "literal", values: [] });
  });
});

describe("a new condition", () => {
  it("fits what the column holds", () => {
    expect(newFilter(field, "timestamp")).toMatchObject({ operator: "in_range", value: { kind: "period" } });
    expect(newFilter(field, "boolean")).toMatchObject({ operator: "is_true", value: null });
  });
  it("offers no text search in numbers and no order in yes and no", () => {
    expect(operatorsFor("number").map(({ operator }) => operator)).not.toContain("contains");
    expect(operatorsFor("boolean").map(({ operator }) => operator)).not.toContain("greater");
  });
});
