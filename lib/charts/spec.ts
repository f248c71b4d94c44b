/** What a person chose to see: zod schemas shared by dashboard widgets and report blocks. Client-safe. */
import { z } from "zod";
import { ContentSpec } from "@/lib/charts/content-spec";
import type { Unit } from "@/lib/format/units";

const columnName = z.string().min(1, "Choose a column.").max(200);
const title = z.string().max(200, "A title has at most 200 characters.");

export const UnitSchema = z
  .string()
  .regex(
    /^(count|number|percent|days|hours|score|currency:[A-Z]{3})$/,
    "Choose a unit, e.g. count, percent or currency:EUR.",
  )
  .transform((value) => value as Unit);

const common = { title, unit: UnitSchema.optional(), decimals: z.number().int().min(0).max(6).optional() };

/** How several rows become one number. `first` and `last` follow the order of the query. */
export const AggregateSchema = z.enum(["sum", "avg", "min", "max", "first", "last", "count"]);

export const MetricSpec = z.object({
  kind: z.literal("metric"),
  ...common,
  value: columnName,
  aggregate: AggregateSchema.default("sum"),
  /** Weighted ratio: sum(value) / sum(denominator). Keeps a rate right when rows are periods or clinics. */
  denominator: columnName.optional(),
  /** Column that orders the sparkline; usually the time column. */
  sparklineBy: columnName.optional(),
  compare: z.enum(["none", "previous_period", "previous_year"]).default("none"),
  direction: z.enum(["higher", "lower", "none"]).default("none"),
  target: z.number().optional(),
});

const cartesian = {
  ...common,
  x: columnName,
  /** One or more measures; with `series`, exactly the first is used. */
  y: z.array(columnName).min(1, "Choose at least one value.").max(50),
  /** Column whose values become series. */
  series: columnName.optional(),
  stacked: z.boolean().default(false),
  horizontal: z.boolean().default(false),
};
export const LineSpec = z.object({ kind: z.literal("line"), ...cartesian });
export const BarSpec = z.object({ kind: z.literal("bar"), ...cartesian });
export const AreaSpec = z.object({ kind: z.literal("area"), ...cartesian });

export const PieSpec = z.object({
  kind: z.literal("pie"),
  ...common,
  category: columnName,
  value: columnName,
});

export const TableSpec = z.object({
  kind: z.literal("table"),
  title,
  /** In this order; empty means every column of the result. */
  columns: z
    .array(
      z.object({
        name: columnName,
        label: z.string().max(200).optional(),
        unit: UnitSchema.optional(),
        decimals: z.number().int().min(0).max(6).optional(),
      }),
    )
    .max(100)
    .default([]),
  totals: z.boolean().default(false),
  maxRows: z.number().int().min(1).max(10_000).default(1000),
});

/** A figure: drawn from the rows of a query. */
export const VisualSpec = z.discriminatedUnion("kind", [
  MetricSpec,
  LineSpec,
  BarSpec,
  AreaSpec,
  PieSpec,
  TableSpec,
]);
export type VisualSpec = z.infer<typeof VisualSpec>;
export type VisualKind = VisualSpec["kind"];
export type MetricSpec = z.infer<typeof MetricSpec>;
export type TableSpec = z.infer<typeof TableSpec>;
export type PieSpec = z.infer<typeof PieSpec>;
export type CartesianSpec = z.infer<typeof LineSpec> | z.infer<typeof BarSpec> | z.infer<typeof AreaSpec>;

/** Whatever stands in a widget: a figure, which needs the rows of a query, or content, which needs none. */
export const WidgetSpec = z.discriminatedUnion("kind", [VisualSpec, ContentSpec]);
export type WidgetSpec = z.infer<typeof WidgetSpec>;
export type WidgetKind = WidgetSpec["kind"];

const CONTENT_KINDS: ReadonlySet<string> = new Set(
  ContentSpec.options.map((option) => option.shape.kind.value),
);

export function needsQuery(spec: WidgetSpec): spec is VisualSpec {
  return !CONTENT_KINDS.has(spec.kind);
}
