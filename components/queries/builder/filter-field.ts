/** What a condition is about: its words and what it holds. Pure. */
import type { ColumnType } from "@/lib/charts/types";
import { fieldType, measureType, type Model } from "@/lib/queries/builder/model";
import type { Filter, FilterGroup } from "@/lib/queries/builder/schema";
import { fieldName } from "./builder-state";

/** Conditions on rows, or on groups. */
export type FilterPart = "filters" | "having";
export type ChangeFilters = (group: FilterGroup, spoken: string, typing?: string) => void;

/** `type` is null when the field is gone or cannot be computed. */
export function fieldOf(model: Model, field: Filter["field"]): { name: string; type: ColumnType | null } {
  if (field.kind !== "measure")
    return { name: fieldName(model.builder, field), type: fieldType(model, field) };
  const measure = model.measures.get(field.id);
  return measure
    ? { name: measure.name, type: measureType(model, measure) }
    : { name: "A removed measure", type: null };
}
