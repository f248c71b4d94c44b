/** What a person chose to see: zod schemas shared by dashboard widgets and report blocks. Client-safe. */
import { z } from "zod";
import { CellFormat } from "@/lib/charts/cell-format-spec";
import { ChartSpec } from "@/lib/charts/chart-spec";
import { ContentSpec } from "@/lib/charts/content-spec";
import { PivotSpec } from "@/lib/charts/pivot-spec";
import { AggregateSchema, columnName, common, title, UnitSchema } from "@/lib/charts/spec-parts";
import { DATE_STYLES } from "@/lib/format/dates";

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
  /** How a day is printed, where the value is one; a time then shows its day alone. */
  dates: z.enum(DATE_STYLES).optional(),
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
        /** How days are printed, of a column of dates or times; a time then shows its day alone. */
        dates: z.enum(DATE_STYLES).optional(),
        ...CellFormat.shape,
      }),
    )
    .max(100)
    .default([]),
  /** The order before a reader chooses another; that of the query when left out. */
  sort: z
    .array(z.object({ column: columnName, descending: z.boolean() }))
    .max(3)
    .optional(),
  totals: z.boolean().default(false),
  maxRows: z.number().int().min(1).max(10_000).default(1000),
});

/** What prepares to a table. */
export const TabularSpec = z.discriminatedUnion("kind", [TableSpec, PivotSpec]);
export type TabularSpec = z.infer<typeof TabularSpec>;

/** A figure: drawn from the rows of a query. */
export const VisualSpec = z.discriminatedUnion("kind", [MetricSpec, ChartSpec, TableSpec, PivotSpec]);
export type VisualSpec = z.infer<typeof VisualSpec>;
export type VisualKind = VisualSpec["kind"];
export type MetricSpec = z.infer<typeof MetricSpec>;
export type TableSpec = z.infer<typeof TableSpec>;

/** Whatever stands in a widget: a figure, which needs the rows of a query, or content, which needs none. */
export const WidgetSpec = z.discriminatedUnion("kind", [VisualSpec, ContentSpec]);
export type WidgetSpec = z.infer<typeof WidgetSpec>;
export type WidgetKind = WidgetSpec["kind"];
