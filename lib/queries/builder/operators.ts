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

const WORDS = {
  in_range: "is within",
  is_true: "is yes",
  is_false: "is no",
  equals: "is",
  not_equals: "is not",
  in: "is one of",
  not_in: "is none of",
  contains: "contains",
  not_contains: "does not contain",
  starts_with: "begins with",
  ends_with: "ends with",
  greater: "is greater than",
  greater_or_equal: "is at least",
  less: "is less than",
  less_or_equal: "is at most",
  between: "is between",
  is_empty: "is empty",
  is_not_empty: "is not empty",
} as const satisfies Record<FilterOperator, string>;

const TIME_WORDS: Partial<Record<FilterOperator, string>> = {
  equals: "is on",
  not_equals: "is not on",
  less: "is before",
  less_or_equal: "is on or before",
  greater: "is after",
  greater_or_equal: "is on or after",
};

export const operatorWords = (operator: FilterOperator, type: ColumnType): string =>
  (type === "date" || type === "timestamp" ? TIME_WORDS[operator] : undefined) ?? WORDS[operator];
