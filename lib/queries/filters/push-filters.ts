/** Filters that a query of the builder can ask its source for, because its rows no longer know their column. Pure. */
import { fieldsOf, outputColumns } from "@/lib/queries/builder/model";
import type { BuilderQuery, ColumnRef, Filter } from "@/lib/queries/builder/schema";
import type { ColumnFilter } from "@/lib/queries/filters/figure-filter";
import { daysOfPeriod } from "@/lib/queries/filters/grain-days";
import { findColumnIndex, readsLike } from "@/lib/queries/filters/narrow-rows";
import type { QueryDefinition } from "@/lib/queries/schemas";
import { type DateRange, lastDayOf } from "@/lib/time/ranges";

export type Pushed = { definition: QueryDefinition; left: ColumnFilter[] };

/**
 * The definition with conditions, whose values are bound like all of a builder's, for the columns of its tables that
 * are not columns of its answer; `left` are the filters for the answer's rows. A question that is cut to its first rows
 * asks for those that are meant.
 */
export function pushFilters(
  definition: QueryDefinition,
  filters: readonly ColumnFilter[],
  dataSourceId: string,
): Pushed {
  if (definition.kind !== "builder") return { definition, left: [...filters] };
  const { builder } = definition;
  const conditions: Filter[] = [];
  const left: ColumnFilter[] = [];
  for (const filter of filters) {
    const asked = isAnswered(builder, filter) ? null : conditionFor(builder, filter, dataSourceId);
    if (asked) conditions.push(asked);
    else left.push(filter);
  }
  if (conditions.length === 0) return { definition, left };
  return { definition: { ...definition, builder: withConditions(builder, conditions) }, left };
}

/** Beside what a query asks already, never instead of it. */
export function withConditions(builder: BuilderQuery, conditions: readonly Filter[]): BuilderQuery {
  const { filters } = builder;
  const before = filters.match === "all" || filters.items.length === 0 ? filters.items : [filters];
  return { ...builder, filters: { kind: "group", match: "all", items: [...before, ...conditions] } };
}

const isAnswered = (builder: BuilderQuery, { column }: ColumnFilter): boolean =>
  builder.limit === null && findColumnIndex(outputColumns(builder), column) >= 0;

function conditionFor(builder: BuilderQuery, filter: ColumnFilter, dataSourceId: string): Filter | null {
  const field = sameOrigin(builder, filter, dataSourceId) ?? sameName(builder, filter.column);
  if (!field) return null;
  const days = daysOf(filter);
  if (days) return days === "none" ? null : daysCondition(field, days);
  return filter.keep.kind === "values" ? conditionOn(field, filter.keep.values) : null;
}

/** The clicked column itself, wherever it is used. */
function sameOrigin(builder: BuilderQuery, { origin }: ColumnFilter, dataSourceId: string): ColumnRef | null {
  if (!origin || origin.dataSourceId !== dataSourceId) return null;
  const table = builder.tables.find(({ schema, name }) => schema === origin.schema && name === origin.table);
  return table ? { kind: "column", table: table.id, column: origin.column, type: origin.type } : null;
}

function sameName(builder: BuilderQuery, name: string): ColumnRef | null {
  const dimension = builder.dimensions.find((candidate) => readsLike(candidate.name, name));
  if (dimension?.field.kind === "column" && dimension.grain === null) return dimension.field;
  const used = fieldsOf(builder).find((field) => field.kind === "column" && readsLike(field.column, name));
  return used?.kind === "column" ? used : null;
}

/** What a point of a time axis stands for; "none" when days cannot say it. */
function daysOf({ keep, origin }: ColumnFilter): DateRange | "none" | null {
  if (keep.kind === "days") return keep.days;
  if (!origin?.grain) return null;
  const [value, ...more] = keep.values;
  if (typeof value !== "string" || more.length > 0) return "none";
  return daysOfPeriod(value, origin.grain) ?? "none";
}

export const daysCondition = (field: ColumnRef, { from, ...rest }: DateRange): Filter => ({
  kind: "filter",
  field,
  operator: "in_range",
  value: { kind: "range", range: { kind: "absolute", from, to: lastDayOf({ from, ...rest }) } },
});

export function conditionOn(field: ColumnRef, values: readonly unknown[]): Filter | null {
  const [first, ...more] = values;
  if (first === null && more.length === 0)
    return { kind: "filter", field, operator: "is_empty", value: null };
  if (field.type === "boolean" && more.length === 0)
    return {
      kind: "filter",
      field,
      operator: String(first) === "true" ? "is_true" : "is_false",
      value: null,
    };
  const literals = values.flatMap((value) => (value === null ? [] : [String(value)]));
  return { kind: "filter", field, operator: "in", value: { kind: "literal", values: literals } };
}
