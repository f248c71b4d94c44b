/**
 * Filters to conditions, alike in every dialect:
 * - a condition on an empty value is false, but "is not", "is not one of" and "does not contain" hold for it;
 * - "is one of" nothing holds for no row, "is not one of" nothing for every row;
 * - texts are equal in their case too; contains, begins and ends are found whatever the case;
 * - a text without characters is empty;
 * - a time compared with a day means the whole day in the query's zone.
 */
import { sql } from "kysely";
import type { ColumnType } from "@/lib/charts/types";
import { Bound, type Fragment } from "./fragments";
import { fieldType, measureType } from "./model";
import { measureFragment } from "./measures";
import type { Filter, FilterGroup } from "./schema";
import { type Given, readField, type Scope, wrong } from "./scope";
import { dayAfter, type Operand, readLiteral, scalarType } from "./values";

/** `isOptional` stands in [[ ]] where SQL is shown: it falls away without its parameter's value. */
type Condition = { fragment: Fragment; isOptional: boolean };

const FALSE = sql`1 = 0`;
const TRUE = sql`1 = 1`;

/** null when nothing is asked. `path` is where the group is, for errors. */
export function groupCondition(scope: Scope, group: FilterGroup, path: string): Fragment | null {
  const conditions = itemsOf(scope, group, path);
  return conditions.length === 0 ? null : joined(conditions, group.match, path, "\n  ");
}

function itemsOf(scope: Scope, group: FilterGroup, path: string): Condition[] {
  return group.items.flatMap((item, index): Condition[] => {
    const itemPath = `${path}.items.${index}`;
    if (item.kind === "filter") return filterCondition(scope, item, itemPath);
    const inner = itemsOf(scope, item, itemPath);
    const [only] = inner;
    if (!only) return [];
    if (inner.length === 1) return [only];
    if (item.match === group.match) return inner;
    if (group.match === "any" && inner.every(({ isOptional }) => isOptional)) throw unwritable(itemPath);
    return [{ fragment: sql`(${joined(inner, item.match, itemPath, " ")})`, isOptional: false }];
  });
}

function joined(conditions: Condition[], match: "all" | "any", path: string, separator: string): Fragment {
  const word = sql.raw(`${separator}${match === "all" ? "and" : "or"} `);
  const kept = conditions.filter(({ isOptional }) => !isOptional);
  const optional = conditions.filter(({ isOptional }) => isOptional);
  if (kept.length === 0 && match === "any" && optional.length > 1) throw unwritable(path);
  const start =
    kept.length > 0
      ? sql.join(
          kept.map(({ fragment }) => fragment),
          word,
        )
      : TRUE;
  // One optional condition alone: "any" of it is the same as "all" of it.
  const connect = match === "all" || kept.length === 0 ? "and" : "or";
  const rest = optional.map(({ fragment }) => sql`${sql.raw(`${separator}[[${connect} `)}${fragment}]]`);
  return rest.length > 0 ? sql`${start}${sql.join(rest, sql``)}` : sql`${start}`;
}

const unwritable = (path: string) =>
  wrong(
    "Conditions of which any must hold, all on parameters that may be left empty, cannot be written as SQL. Make one of the parameters required.",
    `${path}`,
  );

function filterCondition(scope: Scope, filter: Filter, path: string): Condition[] {
  const { type, fragment } = subject(scope, filter);
  const { operator } = filter;
  const given = givenValue(scope, filter, type, `${path}.value`);
  if (given.kind === "dropped") return [];
  if (given.kind === "nothing") return [{ fragment: FALSE, isOptional: false }];
  const isOptional = given.isOptional ?? false;
  if (given.kind === "range") {
    const start = (bound: Bound) => dayStart(scope, type, sql`${bound}`);
    return [
      {
        fragment: sql`(${fragment} >= ${start(given.from)} and ${fragment} < ${start(given.to)})`,
        isOptional,
      },
    ];
  }
  const condition = type === "text" ? textCondition(scope, operator, fragment, given.values) : null;
  return [{ fragment: condition ?? compared(scope, operator, { type, fragment }, given.values), isOptional }];
}

type Subject = { type: ColumnType; fragment: Fragment };

function subject(scope: Scope, { field }: Filter): Subject {
  if (field.kind !== "measure")
    return { type: fieldType(scope.model, field) ?? "text", fragment: readField(scope, field) };
  const measure = scope.model.measures.get(field.id);
  if (!measure) throw new Error("checked before");
  return { type: measureType(scope.model, measure) ?? "number", fragment: measureFragment(scope, measure) };
}

/** The values as operands; those of literals may be times. */
type GivenOperands =
  | Exclude<Given, { kind: "values" }>
  | { kind: "values"; values: Operand[]; isOptional?: boolean };

function givenValue(
  scope: Scope,
  { operator, value }: Filter,
  type: ColumnType,
  path: string,
): GivenOperands {
  if (value === null || ["is_empty", "is_not_empty", "is_true", "is_false"].includes(operator))
    return { kind: "values", values: [] };
  switch (value.kind) {
    case "range":
      return scope.source.range(value.range) as GivenOperands;
    case "period":
      return scope.source.period(path) as GivenOperands;
    case "literal":
      return {
        kind: "values",
        values: value.values.map((literal) => {
          const operand = readLiteral(type, literal);
          if (typeof operand === "string") throw wrong(operand, path);
          return operand;
        }),
      };
    default: {
      if (operator === "in_range") return scope.source.rangeParameter(value.name, path) as GivenOperands;
      const given = scope.source.parameter(value.name, scalarType(type), path);
      if (given.kind !== "values") return given;
      return { ...given, values: given.values.map((bound) => ({ kind: "value", bound })) };
    }
  }
}

const dayStart = (scope: Scope, type: ColumnType, day: Fragment): Fragment =>
  type === "timestamp" ? scope.dialect.startOfDay(day) : day;

function textCondition(
  scope: Scope,
  operator: Filter["operator"],
  text: Fragment,
  values: Operand[],
): Fragment | null {
  const { dialect } = scope;
  const first = sql`${values[0]?.bound ?? new Bound("text", "")}`;
  switch (operator) {
    case "equals":
      return dialect.equalsText(text, first);
    case "not_equals":
      return sql`(${text} is null or not ${dialect.equalsText(text, first)})`;
    case "in":
      return values.length === 0 ? FALSE : dialect.inTexts(text, list(values));
    case "not_in":
      return values.length === 0
        ? TRUE
        : sql`(${text} is null or not ${dialect.inTexts(text, list(values))})`;
    case "contains":
      return dialect.contains(text, first);
    case "not_contains":
      return sql`(${text} is null or not ${dialect.contains(text, first)})`;
    case "starts_with":
      return dialect.startsWith(text, first);
    case "ends_with":
      return dialect.endsWith(text, first);
    case "is_empty":
      return sql`(${text} is null or ${dialect.hasNoCharacters(text)})`;
    case "is_not_empty":
      return sql`(${text} is not null and not ${dialect.hasNoCharacters(text)})`;
    default:
      return null;
  }
}

const list = (values: Operand[]): Fragment => sql.join(values.map(({ bound }) => sql`${bound}`));

function compared(
  scope: Scope,
  operator: Filter["operator"],
  { type, fragment }: Subject,
  values: Operand[],
): Fragment {
  const [first, second] = values;
  const limits = (operand: Operand | undefined) => limitsOf(scope, type, operand);
  switch (operator) {
    case "equals":
      return same(fragment, limits(first));
    case "not_equals":
      return sql`(${fragment} is null or not ${same(fragment, limits(first))})`;
    case "in":
      return values.length === 0 ? FALSE : sql`${listed(scope, type, fragment)} in (${list(values)})`;
    case "not_in":
      return values.length === 0
        ? TRUE
        : sql`(${fragment} is null or ${listed(scope, type, fragment)} not in (${list(values)}))`;
    case "less":
      return sql`${fragment} < ${limits(first).from}`;
    case "less_or_equal":
      return atMost(fragment, limits(first));
    case "greater":
      return after(fragment, limits(first));
    case "greater_or_equal":
      return sql`${fragment} >= ${limits(first).from}`;
    case "between":
      return sql`(${fragment} >= ${limits(first).from} and ${atMost(fragment, limits(second))})`;
    case "is_empty":
      return sql`${fragment} is null`;
    case "is_not_empty":
      return sql`${fragment} is not null`;
    case "is_true":
      return sql`${fragment} = ${new Bound("boolean", "true")}`;
    case "is_false":
      return sql`${fragment} = ${new Bound("boolean", "false")}`;
    default:
      throw new Error(`checked before: ${operator}`);
  }
}

/** What a value covers: itself, or from the beginning of a day to the beginning of the next. */
type Limits = { from: Fragment; next: Fragment | null };

function limitsOf({ dialect }: Scope, type: ColumnType, operand: Operand | undefined): Limits {
  if (!operand) throw new Error("checked before");
  const { bound, kind } = operand;
  if (kind === "time") return { from: dialect.timestamp(sql`${bound}`), next: null };
  if (type !== "timestamp") return { from: sql`${bound}`, next: null };
  const day = sql`${bound}`;
  const next =
    bound.value === null ? dialect.dayAfter(day) : sql`${new Bound("date", dayAfter(bound.value))}`;
  return { from: dialect.startOfDay(day), next: dialect.startOfDay(next) };
}

const same = (fragment: Fragment, { from, next }: Limits): Fragment =>
  next ? sql`(${fragment} >= ${from} and ${fragment} < ${next})` : sql`(${fragment} = ${from})`;
const atMost = (fragment: Fragment, { from, next }: Limits): Fragment =>
  next ? sql`${fragment} < ${next}` : sql`${fragment} <= ${from}`;
const after = (fragment: Fragment, { from, next }: Limits): Fragment =>
  next ? sql`${fragment} >= ${next}` : sql`${fragment} > ${from}`;

/** Times are looked up in a list by their days. */
const listed = ({ dialect }: Scope, type: ColumnType, fragment: Fragment): Fragment =>
  type === "timestamp" ? dialect.toDay(dialect.local(fragment)) : fragment;
