/** Pieces that several templates are made of. Pure. */
import { inBrackets } from "@/lib/queries";
import type { TemplateSlot } from "./schemas";
import {
  ANY,
  type Builder,
  CATEGORY,
  type ColumnField,
  type Dimension,
  type FieldRef,
  type Measure,
  NUMBER,
  TIME,
} from "./template";

export const whenSlot = (label: string, hint: string, words: readonly string[] = []): TemplateSlot => ({
  name: "when",
  label,
  hint,
  types: TIME,
  words: [...words, "date", "day", "_on", "_at", "time", "created"],
});

export const amountSlot = (label: string, hint: string, words: readonly string[] = []): TemplateSlot => ({
  name: "amount",
  label,
  hint,
  types: NUMBER,
  words: [...words, "amount", "revenue", "total", "price", "value", "cost"],
});

export const groupSlot = (
  name: string,
  label: string,
  hint: string,
  words: readonly string[],
): TemplateSlot => ({ name, label, hint, types: CATEGORY, words });

export const markSlot = (
  name: string,
  label: string,
  hint: string,
  words: readonly string[],
): TemplateSlot => ({ name, label, hint, types: ANY, words });

export const month = (field: FieldRef): Dimension => ({ id: "month", name: "Month", field, grain: "month" });
export const week = (field: FieldRef): Dimension => ({ id: "week", name: "Week", field, grain: "week" });

/** The values themselves, under a name that does not depend on the table. */
export const group = (name: string, field: ColumnField, id = "group"): Dimension => ({
  id,
  name,
  field,
  grain: null,
});

export const rows = (name: string): Measure => ({ id: "rows", name, kind: "count" });
export const total = (name: string, field: FieldRef): Measure => ({ id: "total", name, kind: "sum", field });
export const average = (name: string, field: FieldRef): Measure => ({
  id: "average",
  name,
  kind: "average",
  field,
});
export const people = (name: string, field: FieldRef): Measure => ({
  id: "people",
  name,
  kind: "count_distinct",
  field,
});

export const by = (id: string, direction: "ascending" | "descending" = "ascending"): Builder["sort"] => [
  { by: id, direction },
];

/** Counts the rows in which a column is filled, as measure `id`. */
export function filled(id: string, name: string, column: ColumnField) {
  const calculated = {
    id: `is_${id}`,
    name: `Is ${name.toLowerCase()}`,
    expression: `if(is_empty(${inBrackets(column.column)}), 0, 1)`,
    columns: [column],
  };
  const measure: Measure = { id, name, kind: "sum", field: { kind: "calculated", id: calculated.id } };
  return { calculated, measure };
}

export const share = (id: string, name: string, numerator: string, denominator: string): Measure => ({
  id,
  name,
  kind: "ratio",
  numerator,
  denominator,
  unit: "percent",
});
