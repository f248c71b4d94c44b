/** What the specs of all kinds are put together from. Client-safe. */
import { z } from "zod";
import type { Unit } from "@/lib/format/units";

export const columnName = z.string().min(1, "Choose a column.").max(200);
export const title = z.string().max(200, "A title has at most 200 characters.");

export const UnitSchema = z
  .string()
  .regex(
    /^(count|number|percent|days|hours|score|(duration|clock):(seconds|minutes|hours)|currency:[A-Z]{3})$/,
    "Choose a unit, e.g. count, percent, duration:minutes or currency:EUR.",
  )
  .transform((value) => value as Unit);

export const common = {
  title,
  unit: UnitSchema.optional(),
  decimals: z.number().int().min(0).max(6).optional(),
};

/** How several rows become one number. `first` and `last` follow the order of the query; `distinct` counts different values. */
export const AggregateSchema = z.enum(["sum", "avg", "min", "max", "first", "last", "count", "distinct"]);
