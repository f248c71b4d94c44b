/** From a figure to what is behind one of its points: shorter periods, or rows. Pure. */
import type { Cell } from "@/lib/charts/types";
import { outputColumns } from "@/lib/queries/builder/model";
import {
  type BuilderQuery,
  type Dimension,
  type Filter,
  NO_FILTERS,
  type TimeGrain,
} from "@/lib/queries/builder/schema";
import type { ColumnFilter } from "@/lib/queries/filters/figure-filter";
import { daysOfPeriod } from "@/lib/queries/filters/grain-days";
import { conditionOn, daysCondition, withConditions } from "@/lib/queries/filters/push-filters";
import type { QueryDefinition } from "@/lib/queries/schemas";

/** What was clicked on the way. */
export type DrillStep = { column: string; value: Cell };

export type Drill = {
  /**
   * `finer` cuts the time that was clicked into shorter periods; `rows` are the answer's own rows; `source_rows` those
   * of the source's tables behind them, where a builder's question knows them.
   */
  to: "finer" | "rows" | "source_rows";
  steps: readonly DrillStep[];
};

const SOURCE_ROWS = 1000;

const FINER: Partial<Record<TimeGrain, TimeGrain>> = {
  year: "month",
  quarter: "month",
  month: "week",
  week: "day",
  day: "hour",
};

type Drilled = { definition: QueryDefinition; left: ColumnFilter[] };

/** The definition that answers, and filters for its rows. */
export function drillDown(definition: QueryDefinition, { to, steps }: Drill): Drilled {
  if (definition.kind === "builder" && to !== "rows") {
    const builder = to === "finer" ? finer(definition.builder, steps) : sourceRows(definition.builder, steps);
    return { definition: { ...definition, builder }, left: [] };
  }
  const left = steps.map(({ column, value }) => ({
    label: column,
    column,
    keep: { kind: "values" as const, values: [value] },
  }));
  return { definition, left };
}

/** The column of the answer whose periods can be looked into; null when there is none. */
export function finerColumn(definition: QueryDefinition): string | null {
  if (definition.kind !== "builder") return null;
  return definition.builder.dimensions.find((dimension) => finerGrain(dimension))?.name ?? null;
}

/** A day without a time of day has no hours. */
function finerGrain({ grain, field }: Dimension): TimeGrain | null {
  const next = grain && FINER[grain];
  if (!next || field.kind !== "column") return null;
  return next === "hour" && field.type !== "timestamp" ? null : next;
}

/**
 * Each step keeps its own days: a week that began in September shows only what belongs to October. What was clicked
 * beside a time narrows the question.
 */
function finer(builder: BuilderQuery, steps: readonly DrillStep[]): BuilderQuery {
  return steps.reduce((query, step) => {
    const dimension = query.dimensions.find(({ name }) => name === step.column);
    const condition = dimension && stepCondition(dimension, step);
    if (!condition) return query;
    const grain = finerGrain(dimension);
    const dimensions = query.dimensions.map((each) =>
      each === dimension && grain ? { ...each, grain } : each,
    );
    return { ...withConditions(query, [condition]), dimensions };
  }, builder);
}

function sourceRows(builder: BuilderQuery, steps: readonly DrillStep[]): BuilderQuery {
  const conditions = steps.flatMap((step) => {
    const dimension = builder.dimensions.find(({ name }) => name === step.column);
    return (dimension && stepCondition(dimension, step)) ?? [];
  });
  return {
    ...withConditions(builder, conditions),
    dimensions: rowColumns(builder),
    measures: [],
    having: NO_FILTERS,
    sort: [],
    limit: SOURCE_ROWS,
  };
}

function stepCondition({ field, grain }: Dimension, { value }: DrillStep): Filter | null {
  if (field.kind !== "column") return null;
  if (grain === null) return conditionOn(field, [value]);
  const days = typeof value === "string" ? daysOfPeriod(value, grain) : null;
  return days && daysCondition(field, days);
}

/** What rows are grouped by and what is measured, as it stands in the tables. */
function rowColumns(builder: BuilderQuery): Dimension[] {
  const names = new Map(outputColumns(builder).map(({ id, name }) => [id, name]));
  const used = [
    ...builder.dimensions,
    ...builder.measures.flatMap((measure) => ("field" in measure ? [measure] : [])),
  ];
  const columns = new Map<string, Dimension>();
  for (const { id, field } of used) {
    const key = JSON.stringify(field);
    const name = field.kind === "column" ? field.column : (names.get(id) ?? id);
    if (!columns.has(key)) columns.set(key, { id, name: name.slice(0, 60), field, grain: null });
  }
  return [...columns.values()].map((column, index, all) =>
    all.findIndex(({ name }) => name === column.name) === index
      ? column
      : { ...column, name: `${column.name.slice(0, 56)} ${index + 1}` },
  );
}
