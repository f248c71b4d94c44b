/**
 * What a person puts together in the builder, without SQL. Client-safe. Names of tables and columns are those of
 * the source; ids are made by the builder and are unique within the query.
 */
import { z } from "zod";
import { UnitSchema } from "@/lib/charts/spec-parts";
import { RangeChoice } from "@/lib/time/range-choice";

const id = z.string().regex(/^[a-z][a-z0-9_]{0,40}$/);
const sourceName = z.string().min(1).max(200);
const outputName = z.string().trim().min(1, "Give the column a name.").max(60);
const columnType = z.enum(["text", "number", "boolean", "date", "timestamp"]);

/** The first table is where the query begins; each other one is joined to a table before it. */
export const BuilderTable = z.object({
  id,
  schema: z.string().max(200),
  name: sourceName,
  join: z
    .object({
      /** `left` keeps rows without a partner. */
      kind: z.enum(["left", "inner"]),
      /** Id of a table before this one. */
      to: id,
      /** Pairs of columns that must be equal: `left` of the table `to`, `right` of this one. */
      on: z
        .array(z.object({ left: sourceName, right: sourceName }))
        .min(1)
        .max(8),
    })
    .nullable()
    .default(null),
});
export type BuilderTable = z.infer<typeof BuilderTable>;

/** A column of a table, with what its values are. */
export const ColumnRef = z.object({
  kind: z.literal("column"),
  table: id,
  column: sourceName,
  type: columnType,
});
export type ColumnRef = z.infer<typeof ColumnRef>;

/** A column of a table or a calculated column. */
export const FieldRef = z.discriminatedUnion("kind", [
  ColumnRef,
  z.object({ kind: z.literal("calculated"), id }),
]);
export type FieldRef = z.infer<typeof FieldRef>;

/**
 * A column computed row by row from an expression such as `[amount] * (1 - [discount])`; columns are written in
 * brackets, as `[table.column]` where the name alone is not enough. See `./expression`.
 */
export const CalculatedColumn = z.object({
  id,
  name: outputName,
  expression: z.string().trim().min(1, "Write an expression, e.g. [amount] * 2.").max(2000),
  /**
   * The columns of the source that the expression uses, with what their values are, so that a saved query is complete
   * without its source's schema. Filled in by `withExpressionColumns` of `./model` before a query is saved or run.
   */
  columns: z.array(ColumnRef).max(60).optional(),
});
export type CalculatedColumn = z.infer<typeof CalculatedColumn>;

/** Time cut to the beginning of a period in the query's zone, or taken apart into what repeats. */
export const TimeGrain = z.enum([
  "hour",
  "day",
  "week",
  "month",
  "quarter",
  "year",
  "hour_of_day",
  "day_of_week",
  "month_of_year",
]);
export type TimeGrain = z.infer<typeof TimeGrain>;

/** A column of the result; with measures, what rows are grouped by. */
export const Dimension = z.object({
  id,
  name: outputName,
  field: FieldRef,
  /** For dates and timestamps; null leaves the value as it is. */
  grain: TimeGrain.nullable().default(null),
});
export type Dimension = z.infer<typeof Dimension>;

const literal = z.union([z.string().max(2000), z.number(), z.boolean()]);

/** What a column is compared with. */
export const FilterValue = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("literal"), values: z.array(literal).max(1000) }),
  /** A parameter of the query, or a person's attribute such as `me.department`. */
  z.object({ kind: z.literal("parameter"), name: z.string().max(130) }),
  /** Days, fixed or relative to today. */
  z.object({ kind: z.literal("range"), range: RangeChoice }),
  /** The period of the dashboard or report that shows the query. */
  z.object({ kind: z.literal("period") }),
]);
export type FilterValue = z.infer<typeof FilterValue>;

export const FilterOperator = z.enum([
  "equals",
  "not_equals",
  "in",
  "not_in",
  "contains",
  "not_contains",
  "starts_with",
  "ends_with",
  "less",
  "less_or_equal",
  "greater",
  "greater_or_equal",
  "between",
  "in_range",
  "is_empty",
  "is_not_empty",
  "is_true",
  "is_false",
]);
export type FilterOperator = z.infer<typeof FilterOperator>;

/** One condition. In `having`, `field` is the id of a measure. */
export const Filter = z.object({
  kind: z.literal("filter"),
  field: z.union([FieldRef, z.object({ kind: z.literal("measure"), id })]),
  operator: FilterOperator,
  /** null for the operators that need none. */
  value: FilterValue.nullable().default(null),
});
export type Filter = z.infer<typeof Filter>;

/** Groups may hold groups, three deep at most. */
export type FilterGroup = { kind: "group"; match: "all" | "any"; items: (Filter | FilterGroup)[] };
export const FilterGroup: z.ZodType<FilterGroup, FilterGroupInput> = z.lazy(() =>
  z.object({
    kind: z.literal("group"),
    match: z.enum(["all", "any"]),
    items: z.array(z.union([Filter, FilterGroup])).max(50),
  }),
);
export type FilterGroupInput = {
  kind: "group";
  match: "all" | "any";
  items: (z.input<typeof Filter> | FilterGroupInput)[];
};
export const NO_FILTERS: FilterGroup = { kind: "group", match: "all", items: [] };

const measureBase = { id, name: outputName, unit: UnitSchema.optional() };
export const Measure = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("count"), ...measureBase }),
  z.object({
    kind: z.enum(["count_distinct", "sum", "average", "min", "max", "median"]),
    field: FieldRef,
    ...measureBase,
  }),
  z.object({
    kind: z.literal("percentile"),
    field: FieldRef,
    /** 0 to 100, by linear interpolation (PERCENTILE_CONT of SQL:2003). */
    percentile: z.number().min(0).max(100),
    ...measureBase,
  }),
  /** One measure divided by another; empty where the second is zero or empty. */
  z.object({ kind: z.literal("ratio"), numerator: id, denominator: id, ...measureBase }),
]);
export type Measure = z.infer<typeof Measure>;

export const BuilderQuery = z.object({
  tables: z.array(BuilderTable).min(1, "Choose a table.").max(12),
  calculated: z.array(CalculatedColumn).max(30).default([]),
  /** Without measures: the columns of a list of rows. */
  dimensions: z.array(Dimension).max(60).default([]),
  measures: z.array(Measure).max(30).default([]),
  filters: FilterGroup.default(NO_FILTERS),
  /** Conditions on measures. */
  having: FilterGroup.default(NO_FILTERS),
  sort: z
    .array(
      z.object({
        /** Id of a dimension or measure. */ by: id,
        direction: z.enum(["ascending", "descending"]),
      }),
    )
    .max(10)
    .default([]),
  limit: z.number().int().min(1).max(1_000_000).nullable().default(null),
});
export type BuilderQuery = z.infer<typeof BuilderQuery>;
