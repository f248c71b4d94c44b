/** Inputs and DTOs of queries. Client-safe. */
import { z } from "zod";
import { VisualSpec } from "@/lib/charts/spec";
import { UnitSchema } from "@/lib/charts/spec-parts";
import { BuilderQuery } from "@/lib/queries/builder/schema";
import type { Cell, PreparedModel, ResultColumn, TableModel } from "@/lib/charts/types";
import { sharingFields, type Visibility } from "@/lib/sharing/schemas";
import { RangeChoice } from "@/lib/time/range-choice";

const parameterName = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,62}$/, "A parameter name has lower-case letters, digits and _, e.g. clinic_name.")
  .refine((name) => name !== "me", "The name me is kept for the person who reads: {{me.department}}.");

/** Where the values to choose from come from. */
export const ParameterOptions = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("values"),
    values: z
      .array(z.object({ value: z.string().max(2000), label: z.string().max(200).default("") }))
      .max(1000),
  }),
  /** A saved query; its parameters of the same names are given the values chosen so far, so that lists cascade. */
  z.object({
    kind: z.literal("query"),
    queryId: z.uuid("Choose the query that gives the values."),
    valueColumn: z.string().max(200),
    /** Empty shows the values themselves. */
    labelColumn: z.string().max(200).default(""),
  }),
]);
export type ParameterOptions = z.infer<typeof ParameterOptions>;

/** One value of a parameter: a text, number, yes or no, day; several of a list; a period of a date range. */
export const ParameterValue = z.union([
  z.string().max(10_000),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.union([z.string().max(10_000), z.number()])).max(10_000),
  RangeChoice,
]);
export type ParameterValue = z.infer<typeof ParameterValue>;

export const ParameterDefinition = z.object({
  name: parameterName,
  label: z.string().max(100).default(""),
  /** A date_range is written as {{name.from}} (first day) and {{name.to}} (the day after the last). */
  type: z.enum(["text", "number", "boolean", "date", "date_range"]),
  /** Several values at once, written as IN ({{name}}). Texts, numbers and days only. */
  isList: z.boolean().default(false),
  options: ParameterOptions.nullable().default(null),
  /** Used when no value is given. Dates as YYYY-MM-DD. Without one, a required parameter must be given a value. */
  default: ParameterValue.optional(),
  /** Not required and without a value: NULL, and what stands in [[ … ]] around it is left out. */
  isRequired: z.boolean().default(true),
});
export type ParameterDefinition = z.infer<typeof ParameterDefinition>;

/** A value for each parameter by name; the range's `from` and `to` are added by whoever runs the query. */
export const ParameterValues = z.record(z.string(), ParameterValue);
export type ParameterValues = z.infer<typeof ParameterValues>;

const definitionBase = {
  schemaVersion: z.literal(1).default(1),
  parameters: z.array(ParameterDefinition).max(50).default([]),
  /** Units by column name; columns without one are plain numbers. */
  columnUnits: z.record(z.string(), UnitSchema).default({}),
  /** How long an answer is kept; null is as long as the source says, 0 keeps none. */
  cacheSeconds: z.int().min(0).max(86_400).nullable().default(null),
};
export const SqlDefinition = z.object({
  kind: z.literal("sql"),
  /** One SELECT statement; parameters as {{name}}, bound, never spliced. */
  sql: z.string().trim().min(1, "Write a query.").max(100_000, "A query has at most 100,000 characters."),
  ...definitionBase,
});
export type SqlDefinition = z.infer<typeof SqlDefinition>;
export const BuilderDefinition = z.object({
  kind: z.literal("builder"),
  builder: BuilderQuery,
  ...definitionBase,
});
export type BuilderDefinition = z.infer<typeof BuilderDefinition>;

/** A question: written in SQL, or put together in the builder. */
export const QueryDefinition = z.discriminatedUnion("kind", [SqlDefinition, BuilderDefinition]);
export type QueryDefinition = z.infer<typeof QueryDefinition>;

const name = z.string().trim().min(1, "Give it a name.").max(120, "A name has at most 120 characters.");
const editable = {
  name,
  description: z.string().trim().max(2000, "A description has at most 2,000 characters.").default(""),
  category: z.string().trim().max(60).default(""),
  tags: z.array(z.string().trim().min(1).max(40)).max(20).default([]),
  dataSourceId: z.uuid("Choose a data source."),
  definition: QueryDefinition,
  /** Who finds it in the library. */
  ...sharingFields,
  isTemplate: z.boolean().default(false),
};

export const CreateQueryInput = z.object(editable);
export const UpdateQueryInput = z.object({
  queryId: z.uuid(),
  ...editable,
  changeNote: z.string().max(500).default(""),
});
/** `EDITOR` is a person trying things out, `EXPORT` a file being made, `OPTIONS` the values of a parameter's list. */
export const QueryPurpose = z.enum(["DASHBOARD", "REPORT", "LIBRARY", "EDITOR", "EXPORT", "OPTIONS"]);
export type QueryPurpose = z.infer<typeof QueryPurpose>;

export const ListQueriesInput = z.object({
  /** Found in names, descriptions, categories and tags, whatever the case. */
  search: z.string().trim().max(200).default(""),
  category: z.string().trim().max(60).optional(),
  dataSourceId: z.uuid().optional(),
});
export const QueryIdInput = z.object({ queryId: z.uuid() });
export const SetFavouriteInput = z.object({ queryId: z.uuid(), isFavourite: z.boolean() });
export const CopyQueryInput = z.object({ queryId: z.uuid(), name });
export const RestoreVersionInput = z.object({ queryId: z.uuid(), number: z.number().int().min(1) });
export const TransferQueryInput = z.object({ queryId: z.uuid(), ownerId: z.uuid("Choose a person.") });
export const OwnedQueriesInput = z.object({ userId: z.uuid() });
export const TransferOwnedQueriesInput = z.object({
  fromUserId: z.uuid(),
  ownerId: z.uuid("Choose the new owner."),
  /** Some of them; left out, everything. */
  queryIds: z.array(z.uuid()).min(1).max(1000).optional(),
});
/** A template that comes with the product, with the columns that take its slots. */
export const UseTemplateInput = z.object({
  templateId: z.string().max(60),
  name,
  dataSourceId: z.uuid("Choose a data source."),
  schema: z.string().max(200),
  table: z.string().min(1, "Choose a table.").max(200),
  /** Column by the name of its slot. */
  columns: z.record(z.string(), z.string().max(200)),
});
/** The values to choose from for a parameter of a saved query. `values` is what is chosen for the others. */
export const ListParameterOptionsInput = z.object({
  queryId: z.uuid(),
  parameter: z.string().max(130),
  values: ParameterValues.default({}),
});
/** The same for parameters that are not saved yet. */
export const TryParameterOptionsInput = ListParameterOptionsInput.omit({ queryId: true }).extend({
  parameters: z.array(ParameterDefinition).max(50),
});
/** The values of one column, for the suggestions of a condition. */
export const ColumnValuesInput = z.object({
  dataSourceId: z.uuid("Choose a data source."),
  schema: z.string().max(200),
  table: z.string().min(1).max(200),
  column: z.string().min(1).max(200),
  type: z.enum(["text", "number", "boolean", "date", "timestamp"]),
});
const tried = {
  values: ParameterValues.default({}),
  range: RangeChoice.default({ kind: "relative", name: "last_30_days" }),
};
/** Runs a definition that is not saved yet. */
export const TryQueryInput = z.object({
  /** The saved query that is open, changed or not. */
  queryId: z.uuid().nullable().default(null),
  dataSourceId: z.uuid("Choose a data source."),
  definition: QueryDefinition,
  ...tried,
});
/** A saved query as those see it who open it. */
export const AnswerQueryInput = z.object({ queryId: z.uuid(), ...tried });
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
  kind: QueryDefinition["kind"];
  ownerId: string | null;
  /** Empty when the owner is gone. */
  ownerName: string;
  visibility: Visibility;
  departmentId: string | null;
  jobRoles: string[];
  isTemplate: boolean;
  isFavourite: boolean;
  /** Times it was asked, by anybody, from anywhere. */
  usageCount: number;
  /** ISO 8601; null when it was never run. */
  lastRunAt: string | null;
  updatedAt: string;
};
/** With whom a query can be shared, and to whom it can be given. */
export type SharingChoices = {
  departments: { id: string; name: string }[];
  /** In use among the members. */
  jobRoles: string[];
  /** People who may keep queries. */
  owners: { id: string; name: string }[];
};
export type OwnedQueries = {
  /** Those that are not private, by name. */
  queries: { id: string; name: string; isDeleted: boolean }[];
  /** Private ones that can be given away, which have no name for others. */
  privateCount: number;
};
/** A query in the bin. */
export type DeletedQueryDto = QuerySummary & {
  /** ISO 8601. */
  deletedAt: string;
  /** null when that is not known. */
  deletedByName: string | null;
};
/** Who needs a query; `name` is null for what is not shared with the person who asks. */
export type QueryUseDto = { noun: "dashboard" | "report" | "query"; id: string | null; name: string | null };
export type QueryVersionDto = {
  number: number;
  definition: QueryDefinition;
  changeNote: string;
  authorName: string;
  createdAt: string;
};
export type QueryDto = QuerySummary & { definition: QueryDefinition; version: number };

/** Distinct, in the order of their source; `truncated` when there are more than fit. */
export type ParameterOptionsDto = { options: { value: string; label: string }[]; truncated: boolean };

/** What the author of a query looks at after a run. */
export type QueryPreview = {
  columns: ResultColumn[];
  /** Of the answer's rows the first 100,000, and about 20 MB of text, as the source gave them. */
  rows: Cell[][];
  /** Rows the source answered with; more than `rows` holds when the browser was spared some. */
  rowCount: number;
  /** True when the source had more than its row limit. */
  truncated: boolean;
  durationMs: number;
  /** ISO 8601: when the source answered. */
  asOf: string;
  /** The suggested picture, of all rows; null when the table says it best. */
  figure: Exclude<PreparedModel, TableModel> | null;
  /** What the query asks of its reader and nobody in the workspace has; only told to who writes it. */
  attributesOfNobody?: string[];
};

/** The steps the source would take for a text, one line each. */
export type QueryPlan = { lines: string[] };

/** By what a filter reaches a figure. Names are of the query, and empty for those who do not see it. */
export type FilterReach =
  | { kind: "parameter" | "rows" | "no_parameter"; name: string }
  | { kind: "tables" | "left_out" };

/** Where the value of a parameter comes from. */
export type ValueOrigin = { kind: "period" | "author" | "default" } | { kind: "filter"; label: string };

export type FigureExplanation = {
  /** null where the person may not see it. */
  query: { id: string; name: string } | null;
  /** What it asks in a sentence, where it was put together and not written. */
  asks: string | null;
  /** The statement as the source is asked, for those who may write queries themselves. */
  statement: string | null;
  /** The days that are asked for, or why they are not those that are chosen. */
  period: { days: string } | { own: string };
  /** The days of the period compared with; null where nothing is compared. */
  compared: string | null;
  /** Those that are set, in words; whether rows know the column that is meant is told by the answer. */
  filters: { label: string; text: string; isClicked: boolean; reach: FilterReach }[];
  /** What was bound, by how it is written: `clinic`, `from`. Attributes of the reader are not told, nor is anything of a query they do not see. */
  values: { name: string; text: string; origin: ValueOrigin }[];
};
