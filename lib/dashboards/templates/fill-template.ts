/** A template with its slots filled: definitions of queries and a dashboard that names them. Pure. */
import type { ColumnType } from "@/lib/charts/types";
import type { VisualSpec } from "@/lib/charts/spec";
import type { WidgetInput } from "@/lib/dashboards/schemas";
import type { QueryDefinition } from "@/lib/queries/schemas";
import type { z } from "zod";
import type { TemplateSlot } from "./schemas";
import type { Builder, ColumnField, DashboardTemplate, Slots } from "./template";

export type TemplateTable = { schema: string; name: string };
export type TemplateColumns = Readonly<Record<string, { name: string; type: ColumnType } | undefined>>;

export type FilledTemplate = {
  queries: { id: string; name: string; definition: z.input<typeof QueryDefinition> }[];
  widgets: { query: string; visual: z.input<typeof VisualSpec>; layout: WidgetInput["layout"] }[];
  /** The query that lists what readers filter by; of its one column, "Choice". */
  choices: { name: string; definition: z.input<typeof QueryDefinition> };
  filter: { name: string; label: string };
};

/** Of the one parameter that every query has, and of the dashboard's filter. */
export const FILTER = "choice";
export const CHOICE_COLUMN = "Choice";
/** Of a list that a person can still read. */
const MAX_CHOICES = 1000;

/** Slots whose column is missing or does not fit. */
export function missingSlots({ slots }: DashboardTemplate, columns: TemplateColumns): TemplateSlot[] {
  return slots.filter(({ name, types }) => {
    const column = columns[name];
    return !column || !types.includes(column.type);
  });
}

/** Every slot must be filled: see {@link missingSlots}. */
export function fillTemplate(
  template: DashboardTemplate,
  table: TemplateTable,
  columns: TemplateColumns,
): FilledTemplate {
  const of: Slots = (slot) => {
    const column = columns[slot];
    if (!column) throw new Error(`The template ${template.id} has no column for ${slot}.`);
    return { kind: "column", table: "t1", column: column.name, type: column.type };
  };
  const filtered = of(template.filter);
  return {
    queries: template.queries.map(({ id, name, build }) => ({
      id,
      name,
      definition: definitionOf(table, { filters: conditions(of(template.period), filtered), ...build(of) }),
    })),
    widgets: template.widgets.map(({ query, visual, layout }) => ({ query, visual: visual(of), layout })),
    choices: {
      name: `Choices of ${filtered.column}`,
      definition: {
        kind: "builder",
        builder: {
          tables: [{ id: "t1", ...table, join: null }],
          dimensions: [{ id: "choice", name: CHOICE_COLUMN, field: filtered, grain: null }],
          measures: [{ id: "rows", name: "Rows", kind: "count" }],
          sort: [{ by: "choice", direction: "ascending" }],
          limit: MAX_CHOICES,
        },
      },
    },
    filter: { name: FILTER, label: labelOf(template, filtered) },
  };
}

const labelOf = ({ slots, filter }: DashboardTemplate, { column }: ColumnField): string =>
  slots.find(({ name }) => name === filter)?.label ?? column;

/** The period that the dashboard shows, and what its readers chose, if anything. */
const conditions = (period: ColumnField, filtered: ColumnField): Builder["filters"] => ({
  kind: "group",
  match: "all",
  items: [
    { kind: "filter", field: period, operator: "in_range", value: { kind: "period" } },
    { kind: "filter", field: filtered, operator: "in", value: { kind: "parameter", name: FILTER } },
  ],
});

function definitionOf(table: TemplateTable, parts: Partial<Builder>): z.input<typeof QueryDefinition> {
  return {
    kind: "builder",
    parameters: [{ name: FILTER, type: "text", isList: true, isRequired: false }],
    builder: { tables: [{ id: "t1", ...table, join: null }], ...parts },
  };
}
