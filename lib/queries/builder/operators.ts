/** Which conditions a type knows, what they need, and how they are said. The screen offers them from here. */
import type { ColumnType } from "@/lib/charts/types";
import type { FilterOperator } from "./schema";

/** What a condition is compared with: nothing, one value, any number of them, two, or days. */
export type OperatorNeed = "none" | "one" | "many" | "two" | "range";

export const OPERATOR_NEEDS = {
  equals: "one",
  not_equals: "one",
  in: "many",
  not_in: "many",
  contains: "one",
  not_contains: "one",
  starts_with: "one",
  ends_with: "one",
  less: "one",
  less_or_equal: "one",
  greater: "one",
  greater_or_equal: "one",
  between: "two",
  in_range: "range",
  is_empty: "none",
  is_not_empty: "none",
  is_true: "none",
  is_false: "none",
} as const satisfies Record<FilterOperator, OperatorNeed>;

const ORDERED = ["less", "less_or_equal", "greater", "greater_or_equal", "between"] as const;
const EVERY = ["equals", "not_equals", "is_empty", "is_not_empty"] as const;
const LISTS = ["in", "not_in"] as const;

/** Texts are not ordered here: each source has an alphabet of its own. */
export const OPERATORS_BY_TYPE: Record<ColumnType, readonly FilterOperator[]> = {
  text: [...EVERY, ...LISTS, "contains", "not_contains", "starts_with", "ends_with"],
  number: [...EVERY, ...LISTS, ...ORDERED],
  boolean: [...EVERY, "is_true", "is_false"],
  date: [...EVERY, ...LISTS, ...ORDERED, "in_range"],
  timestamp: [...EVERY, ...LISTS, ...ORDERED, "in_range"],
};
