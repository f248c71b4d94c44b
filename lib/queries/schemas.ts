/** Inputs and DTOs of queries. Client-safe. */
import { z } from "zod";
import { UnitSchema, VisualSpec } from "@/lib/charts/spec";
import type { PreparedModel, ResultColumn, TableModel } from "@/lib/charts/types";
import { RangeChoice } from "@/lib/time/ranges";

export const ParameterDefinition = z.object({
  name: z
    .string()
    .regex(
      /^[a-z][a-z0-9_]{0,62}$/,
      "A parameter name has lower-case letters, digits and _, e.g. clinic_name.",
    ),
  label: z.string().max(100).default(""),
  type: z.enum(["text", "number", "boolean", "date"]),
  /** Used when no value is given. Without one the parameter is required. Dates as YYYY-MM-DD. */
  default: z.string().max(2000).optional(),
});
export type ParameterDefinition = z.infer<typeof ParameterDefinition>;

/** A value for each parameter by name; the range's `from` and `to` are added by whoever runs the query. */
export const ParameterValues = z.record(
  z.string(),
  z.union([z.string().max(10_000), z.number(), z.boolean(), z.null()]),
);
export type ParameterValues = z.infer<typeof ParameterValues>;

export const QueryDefinition = z.object({
  schemaVersion: z.literal(1).default(1),
  /** One SELECT statement; parameters as {{name}}, bound, never spliced. */
  sql: z.string().trim().min(1, "Write a query.").max(100_000, "A query has at most 100,000 characters."),
  parameters: z.array(ParameterDefinition).max(50).default([]),
  /** Units by column name; columns without one are plain numbers. */
  columnUnits: z.record(z.string(), UnitSchema).default({}),
});
export type QueryDefinition = z.infer<typeof QueryDefinition>;

const name = z.string().trim().min(1, "Give it a name.").max(120, "A name has at most 120 characters.");
const editable = {
  name,
  description: z.string().trim().max(2000, "A description has at most 2,000 characters.").default(""),
  category: z.string().trim().max(60).default(""),
  tags: z.array(z.string().trim().min(1).max(40)).max(20).default([]),
  dataSourceId: z.uuid("Choose a data source."),
  definition: QueryDefinition,
};

export const CreateQueryInput = z.object(editable);
export const UpdateQueryInput = z.object({
  queryId: z.uuid(),
  ...editable,
  changeNote: z.string().max(500).default(""),
});
/** `EDITOR` is a person trying things out; the other two show what somebody saved. */
export const QueryPurpose = z.enum(["DASHBOARD", "REPORT", "EDITOR"]);
export type QueryPurpose = z.infer<typeof QueryPurpose>;

export const ListQueriesInput = z.object({
  /** Found in names, descriptions, categories and tags, whatever the case. */
  search: z.string().trim().max(200).default(""),
  category: z.string().trim().max(60).optional(),
  dataSourceId: z.uuid().optional(),
});
export const QueryIdInput = z.object({ queryId: z.uuid() });
/** Runs a definition that is not saved yet. */
export const TryQueryInput = z.object({
  dataSourceId: z.uuid("Choose a data source."),
  definition: QueryDefinition,
  values: ParameterValues.default({}),
  range: RangeChoice.default({ kind: "relative", name: "last_30_days" }),
});
/** One figure: a query, how it is drawn, over which period. */
export const FigureInput = z.object({
  queryId: z.uuid("Choose a query."),
  visual: VisualSpec,
  parameters: ParameterValues.default({}),
  range: RangeChoice,
});
export type FigureInput = z.infer<typeof FigureInput>;

export type QuerySummary = {
  id: string;
  name: string;
  description: string;
  category: string;
  tags: string[];
  dataSourceId: string;
  dataSourceName: string;
  updatedAt: string;
};
export type QueryVersionDto = {
  number: number;
  definition: QueryDefinition;
  changeNote: string;
  authorName: string;
  createdAt: string;
};
export type QueryDto = QuerySummary & { definition: QueryDefinition; version: number };

/** What the author of a query looks at after a run. */
export type QueryPreview = {
  columns: ResultColumn[];
  /** Rows the source answered with; the table shows the first 1,000 of them. */
  rowCount: number;
  /** True when the source had more than its row limit. */
  truncated: boolean;
  durationMs: number;
  /** ISO 8601: when the source answered. */
  asOf: string;
  table: TableModel;
  /** The suggested picture; null when the table says it best. */
  figure: Exclude<PreparedModel, TableModel> | null;
};
