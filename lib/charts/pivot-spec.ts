/** A pivot: rows by columns, with measures computed from the rows behind every cell. Client-safe. */
import { z } from "zod";
import { AggregateSchema, columnName, title, UnitSchema } from "@/lib/charts/spec-parts";

export const PivotMeasure = z.object({
  value: columnName,
  aggregate: AggregateSchema,
  /** A rate: the sum of `value` divided by the sum of this column, also in every total. */
  denominator: columnName.optional(),
  label: z.string().max(200).optional(),
  unit: UnitSchema.optional(),
  decimals: z.number().int().min(0).max(6).optional(),
});
export type PivotMeasure = z.infer<typeof PivotMeasure>;

export const PivotSpec = z.object({
  kind: z.literal("pivot"),
  title,
  /** From the outermost group inwards. */
  rows: z.array(columnName).min(1, "Choose what stands down the side.").max(4),
  columns: z.array(columnName).max(2).default([]),
  measures: z.array(PivotMeasure).min(1, "Choose at least one value.").max(10),
  totals: z.boolean().default(true),
  /** By the names of the rows, or by the total of the first measure. */
  sortBy: z.enum(["name", "value"]).default("name"),
  /** More columns than this are put together. */
  maxColumns: z.number().int().min(2).max(60).default(12),
  maxRows: z.number().int().min(1).max(10_000).default(1000),
});
export type PivotSpec = z.infer<typeof PivotSpec>;
