/**
 * Templates that come with the product: questions every company asks, waiting for its own table and columns.
 * Client-safe; what they make is a query of the builder, so it runs on every kind of source.
 */
import type { ColumnType } from "@/lib/charts/types";
import { inBrackets } from "@/lib/queries/builder/expression";
import type { BuilderQuery, FieldRef, Measure } from "@/lib/queries/builder/schema";

/** A place for one column of the chosen table. */
export type TemplateSlot = {
  name: string;
  label: string;
  /** Types of columns that fit. */
  types: readonly ColumnType[];
};

export type TemplateColumn = { name: string; type: ColumnType };

export type QueryTemplate = {
  id: string;
  name: string;
  description: string;
  category: string;
  slots: readonly TemplateSlot[];
};

type Table = { schema: string; name: string };
/** The chosen column of a slot, as a field of the only table. */
type Slots = (slot: string) => Extract<FieldRef, { kind: "column" }>;
type Parts = Partial<
  Pick<BuilderQuery, "dimensions" | "measures" | "calculated" | "sort" | "limit" | "filters">
>;
type TemplateDefinition = QueryTemplate & { build(of: Slots): Parts };

const TIME = ["date", "timestamp"] as const;
const CATEGORY = ["text", "boolean", "number"] as const;
const ANY = ["text", "number", "boolean", "date", "timestamp"] as const;

const when = { name: "when", label: "Date", types: TIME } as const;
const amount = { name: "amount", label: "Number to add up", types: ["number"] } as const;
const category = { name: "category", label: "Group by", types: CATEGORY } as const;

/** 1 for a row in which the column is filled, 0 for others. */
const isFilled = (column: string): string => `if(is_empty(${inBrackets(column)}), 0, 1)`;

/** Only rows of the period that the dashboard or report shows. */
const inPeriod = (field: FieldRef): BuilderQuery["filters"] => ({
  kind: "group",
  match: "all",
  items: [{ kind: "filter", field, operator: "in_range", value: { kind: "period" } }],
});
const month = (field: FieldRef) => ({ id: "month", name: "Month", field, grain: "month" as const });
const group = (field: Extract<FieldRef, { kind: "column" }>) => ({
  id: "category",
  name: field.column,
  field,
  grain: null,
});
const total = (field: Extract<FieldRef, { kind: "column" }>): Measure => ({
  id: "total",
  name: `Total ${field.column}`,
  kind: "sum",
  field,
});
const rows: Measure = { id: "rows", name: "Rows", kind: "count" };
const by = (id: string, direction: "ascending" | "descending") => [{ by: id, direction }];

const TEMPLATES: readonly TemplateDefinition[] = [
  {
    id: "total-by-month",
    name: "Total by month",
    description: "One number added up for each month: revenue, costs, hours.",
    category: "Performance",
    slots: [when, amount],
    build: (of) => ({
      dimensions: [month(of("when"))],
      measures: [total(of("amount"))],
      filters: inPeriod(of("when")),
      sort: by("month", "ascending"),
    }),
  },
  {
    id: "total-by-month-and-category",
    name: "Total by month and category",
    description: "The same, split by clinic, product or channel: one line each.",
    category: "Attribution",
    slots: [when, category, amount],
    build: (of) => ({
      dimensions: [month(of("when")), group(of("category"))],
      measures: [total(of("amount"))],
      filters: inPeriod(of("when")),
      sort: by("month", "ascending"),
    }),
  },
  {
    id: "rows-by-week",
    name: "Rows by week",
    description: "How many there were each week: orders, visits, tickets.",
    category: "Performance",
    slots: [when],
    build: (of) => ({
      dimensions: [{ id: "week", name: "Week", field: of("when"), grain: "week" }],
      measures: [rows],
      filters: inPeriod(of("when")),
      sort: by("week", "ascending"),
    }),
  },
  {
    id: "top-ten",
    name: "Top 10",
    description: "The ten largest by a total.",
    category: "Attribution",
    slots: [when, category, amount],
    build: (of) => ({
      dimensions: [group(of("category"))],
      measures: [total(of("amount"))],
      filters: inPeriod(of("when")),
      sort: by("total", "descending"),
      limit: 10,
    }),
  },
  {
    id: "typical-and-extreme",
    name: "Typical and extreme values",
    description: "Average, median and the value that one in ten exceeds: waiting times, amounts.",
    category: "Quality",
    slots: [category, { name: "amount", label: "Number to look at", types: ["number"] }],
    build: (of) => ({
      dimensions: [group(of("category"))],
      measures: [
        { id: "average", name: "Average", kind: "average", field: of("amount") },
        { id: "median", name: "Median", kind: "median", field: of("amount") },
        { id: "tenth", name: "One in ten is above", kind: "percentile", percentile: 90, field: of("amount") },
        rows,
      ],
      sort: by("median", "descending"),
    }),
  },
  {
    id: "weekday-pattern",
    name: "By day of the week",
    description: "Which days are busy: rows by weekday, 1 is Monday.",
    category: "Audience",
    slots: [when],
    build: (of) => ({
      dimensions: [{ id: "weekday", name: "Day of the week", field: of("when"), grain: "day_of_week" }],
      measures: [rows],
      filters: inPeriod(of("when")),
      sort: by("weekday", "ascending"),
    }),
  },
  {
    id: "funnel",
    name: "Funnel in four stages",
    description: "How many rows reached each stage: a stage is reached when its column is filled.",
    category: "Funnel",
    slots: [1, 2, 3, 4].map((stage) => ({ name: `stage_${stage}`, label: `Stage ${stage}`, types: ANY })),
    build: (of) => {
      const stages = [1, 2, 3, 4].map((stage) => ({ id: `reached_${stage}`, field: of(`stage_${stage}`) }));
      return {
        calculated: stages.map(({ id, field }, index) => ({
          id,
          name: `Reached stage ${index + 1}`,
          expression: isFilled(field.column),
          columns: [field],
        })),
        measures: stages.map(({ id, field }, index) => ({
          id: `stage_${index + 1}`,
          name: `${index + 1}. ${field.column}`,
          kind: "sum" as const,
          field: { kind: "calculated" as const, id },
        })),
      };
    },
  },
  {
    id: "completeness",
    name: "How complete a column is",
    description: "The share of rows in which a column is filled, month by month.",
    category: "Quality",
    slots: [when, { name: "column", label: "Column to look at", types: ANY }],
    build: (of) => ({
      calculated: [
        {
          id: "filled",
          name: "Is filled",
          expression: isFilled(of("column").column),
          columns: [of("column")],
        },
      ],
      dimensions: [month(of("when"))],
      measures: [
        { id: "filled_rows", name: "Filled", kind: "sum", field: { kind: "calculated", id: "filled" } },
        rows,
        {
          id: "share",
          name: "Share filled",
          kind: "ratio",
          numerator: "filled_rows",
          denominator: "rows",
          unit: "percent",
        },
      ],
      filters: inPeriod(of("when")),
      sort: by("month", "ascending"),
    }),
  },
];

/** What the gallery shows. */
export const QUERY_TEMPLATES: readonly QueryTemplate[] = TEMPLATES;

/** A template with its slots filled, or the names of the slots whose column is missing or does not fit. */
export function fillTemplate(
  templateId: string,
  table: Table,
  columns: Readonly<Record<string, TemplateColumn | undefined>>,
): { builder: BuilderQuery } | { missing: TemplateSlot[] } | null {
  const template = TEMPLATES.find(({ id }) => id === templateId);
  if (!template) return null;
  const missing = template.slots.filter(({ name, types }) => {
    const column = columns[name];
    return !column || !types.includes(column.type);
  });
  if (missing.length > 0) return { missing };
  const field: Slots = (slot) => {
    const column = columns[slot];
    if (!column) throw new Error(`The template ${templateId} has no slot ${slot}.`);
    return { kind: "column", table: "t1", column: column.name, type: column.type };
  };
  return { builder: { ...EMPTY, tables: [{ id: "t1", ...table, join: null }], ...template.build(field) } };
}

const EMPTY: Omit<BuilderQuery, "tables"> = {
  calculated: [],
  dimensions: [],
  measures: [],
  filters: { kind: "group", match: "all", items: [] },
  having: { kind: "group", match: "all", items: [] },
  sort: [],
  limit: null,
};
