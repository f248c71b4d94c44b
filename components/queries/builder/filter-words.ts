/** Operators in people's words, by what is compared, and the values they begin with. Pure. */
import type { ColumnType } from "@/lib/charts/types";
import { OPERATOR_NEEDS, OPERATORS_BY_TYPE, operatorWords } from "@/lib/queries/builder/operators";
import type { Filter, FilterOperator, FilterValue } from "@/lib/queries/builder/schema";

/** Before the others, which follow in the order of OPERATOR_NEEDS. */
const LIKELIEST: readonly FilterOperator[] = ["in_range", "is_true", "is_false"];

/** Of days, a period says what a pair or a list would. */
const NOT_OFFERED_FOR_TIME: readonly FilterOperator[] = ["between", "in", "not_in"];

/** The fitting operators with their words, the likeliest first. */
export function operatorsFor(type: ColumnType): { operator: FilterOperator; words: string }[] {
  const isTime = type === "date" || type === "timestamp";
  const all = Object.keys(OPERATOR_NEEDS) as FilterOperator[];
  return [...LIKELIEST, ...all.filter((operator) => !LIKELIEST.includes(operator))]
    .filter((operator) => OPERATORS_BY_TYPE[type].includes(operator))
    .filter((operator) => !isTime || !NOT_OFFERED_FOR_TIME.includes(operator))
    .map((operator) => ({ operator, words: operatorWords(operator, type) }));
}

export const needsValue = (operator: FilterOperator): boolean => OPERATOR_NEEDS[operator] !== "none";
export const takesList = (operator: FilterOperator): boolean => OPERATOR_NEEDS[operator] === "many";

/** How many values one condition compares with; a list takes any number. */
const valueCount = (operator: FilterOperator): number =>
  takesList(operator) ? Number.POSITIVE_INFINITY : operator === "between" ? 2 : 1;

/** A period is what dashboards and reports choose, so days begin with theirs; everything else begins empty. */
export function firstValue(operator: FilterOperator): FilterValue | null {
  if (!needsValue(operator)) return null;
  return operator === "in_range" ? { kind: "period" } : { kind: "literal", values: [] };
}

/** A condition on the field with the likeliest operator of its type. */
export function newFilter(field: Filter["field"], type: ColumnType): Filter {
  const operator: FilterOperator = operatorsFor(type)[0]?.operator ?? "equals";
  return { kind: "filter", field, operator, value: firstValue(operator) };
}

/** Another operator keeps what was written as far as it can be used. */
export function withOperator(filter: Filter, operator: FilterOperator): Filter {
  const before = filter.value;
  const isAboutRange = operator === "in_range" || filter.operator === "in_range";
  if (!needsValue(operator) || !before || (isAboutRange && operator !== filter.operator))
    return { ...filter, operator, value: firstValue(operator) };
  if (before.kind !== "literal") return { ...filter, operator };
  return { ...filter, operator, value: { ...before, values: before.values.slice(0, valueCount(operator)) } };
}
