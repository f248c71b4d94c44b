import type { ComparedPeriods } from "@/lib/charts/compare-grid";
import type { VisualSpec } from "@/lib/charts/spec";
import type { ResultSet } from "@/lib/charts/types";
import type { RequestContext } from "@/lib/context";
import { type Tx, withTransaction } from "@/lib/db";
import { comparisonLabel, hasPeriodBefore } from "@/lib/queries/comparison-label";
import { followsPeriod } from "@/lib/queries/compile-definition";
import {
  answerPrepared,
  executeDefinition,
  type Execution,
  type Prepared,
  prepareExecution,
} from "@/lib/queries/execute-definition";
import { type Drill, drillDown, finerColumn } from "@/lib/queries/drill/drill-down";
import { aimFilters, type FilterWay } from "@/lib/queries/filters/aim-filters";
import type { ColumnFilter, FigureFilter } from "@/lib/queries/filters/figure-filter";
import { narrowRows } from "@/lib/queries/filters/narrow-rows";
import { pushFilters } from "@/lib/queries/filters/push-filters";
import { usedParameters } from "@/lib/queries/parameters/used-parameters";
import { findRunnable } from "@/lib/queries/runs/find-runnable";
import type { ParameterValues, QueryDefinition, QueryPurpose } from "@/lib/queries/schemas";
import { comparisonRange, type DateRange, type RangeChoice, resolveRange } from "@/lib/time/ranges";

/** What the rows of a figure depend on, and not how they are drawn. */
export type FigureQuestion = {
  queryId: string;
  values: ParameterValues;
  range: RangeChoice;
  compare: "none" | "previous_period" | "previous_year";
  /** The column over which the two periods would be drawn: without times in it, the second is not asked for. */
  compareOver?: string;
  filters: readonly FigureFilter[];
  purpose: QueryPurpose;
  /** What is behind a point of the figure, instead of the figure. */
  drill?: Drill;
  /** Left out, any kept answer will do. */
  maxAgeSeconds?: number;
  /** The member by whose sight of the query a dashboard shows it to its readers. */
  vouchedBy?: string | null;
};

export type FigureAnswer = {
  result: ResultSet;
  /** The rows of the period before, when the two are compared. */
  previous: ResultSet | undefined;
  comparisonLabel: string | undefined;
  /** The days of both. */
  periods: ComparedPeriods | undefined;
  /** Labels of the filters that reach nothing here. */
  missed: string[];
  followsPeriod: boolean;
  /** The column whose periods can be looked into. */
  finerBy: string | null;
};

/** Throws what `runQuery` throws. */
export async function askFigure(ctx: RequestContext, question: FigureQuestion): Promise<FigureAnswer> {
  const { queryId, purpose, maxAgeSeconds, compareOver } = question;
  const { zone } = ctx.workspace;
  const { now, before, label, periods, aimed } = await withTransaction(ctx, async (tx) => {
    const { range, missed, left, ways: _, ...asked } = await aimQuestion(tx, ctx, question);
    const executionOf = (period: DateRange): Execution => ({
      ...asked,
      purpose,
      maxAgeSeconds,
      queryId,
      range: period,
    });
    const comparison = comparisonOf(question.compare, range, question.range, asked.definition);
    const now = await prepareExecution(tx, ctx, executionOf(range));
    const compared = comparison && executionOf(comparison.range);
    // What is prepared has begun: only what is asked for in any case is prepared here.
    const prepared = compared && compareOver === undefined ? await prepareExecution(tx, ctx, compared) : null;
    const before = { prepared, execution: compared };
    const aimed = { missed, left, definition: asked.definition };
    const periods = comparison && { shown: range, compared: comparison.range };
    return { now, before, label: comparison?.label, periods: periods ?? undefined, aimed };
  });
  const [result, previous] = await answerBoth(ctx, now, before, compareOver);
  const narrowed = narrowRows(result, aimed.left, zone);
  return {
    result: narrowed.result,
    previous: previous && narrowRows(previous, aimed.left, zone).result,
    comparisonLabel: label,
    periods,
    missed: [...aimed.missed, ...narrowed.missed.map((filter) => filter.label)],
    followsPeriod: followsPeriod(aimed.definition),
    finerBy: finerColumn(aimed.definition),
  };
}

export type AimedQuestion = {
  definition: QueryDefinition;
  dataSourceId: string;
  values: ParameterValues;
  range: DateRange;
  /** Filters for the rows of the answer. */
  left: ColumnFilter[];
  /** Labels of the filters that reach nothing here. */
  missed: string[];
  /** What each filter reaches, in their order. */
  ways: FilterWay[];
};

/** The query with what its filters make of it, ready to be compiled. Throws NotFoundError and InvalidInputError. */
export async function aimQuestion(
  tx: Tx,
  ctx: RequestContext,
  { queryId, range, filters, values, drill, vouchedBy }: Omit<FigureQuestion, "purpose" | "compare">,
): Promise<AimedQuestion> {
  const { zone, weekStartsOn } = ctx.workspace;
  const { definition, dataSourceId } = await findRunnable(tx, ctx, queryId, vouchedBy);
  const parameters = usedParameters(definition);
  const aimed = aimFilters(filters, { parameters, own: values }, { now: ctx.now(), zone, weekStartsOn });
  const pushed = pushFilters(definition, aimed.columns, dataSourceId);
  const drilled = drill ? drillDown(pushed.definition, drill) : { definition: pushed.definition, left: [] };
  return {
    definition: drilled.definition,
    left: [...pushed.left, ...drilled.left],
    dataSourceId,
    values: { ...values, ...aimed.values },
    range: resolveRange(range, ctx.now(), zone, weekStartsOn),
    missed: aimed.missed,
    ways: aimed.ways,
  };
}

/** A metric's own comparison, unless the reader chose one for all; charts with an x axis draw what the reader chose. */
export function comparisonWish(
  visual: VisualSpec,
  chosen: FigureQuestion["compare"] = "none",
): Pick<FigureQuestion, "compare" | "compareOver"> {
  if (visual.kind === "line" || visual.kind === "bar" || visual.kind === "area" || visual.kind === "combo")
    return { compare: chosen, ...(chosen === "none" ? {} : { compareOver: visual.x }) };
  if (visual.kind !== "metric") return { compare: "none" };
  return { compare: chosen === "none" ? visual.compare : chosen };
}

type Before = {
  prepared: Prepared | null /** null where nothing is compared. */;
  execution: Execution | null;
};

/** Where only a course over time is compared, the first answer tells whether the second is wanted. */
async function answerBoth(
  ctx: RequestContext,
  now: Prepared,
  { prepared, execution }: Before,
  over: string | undefined,
): Promise<[ResultSet, ResultSet | undefined]> {
  if (over === undefined)
    return bothOrFirstFailure(
      answerPrepared(ctx, now),
      prepared ? answerPrepared(ctx, prepared) : Promise.resolve(undefined),
    );
  const result = await answerPrepared(ctx, now);
  const column = result.columns.find(({ name }) => name === over);
  const isWanted = execution !== null && (column?.type === "date" || column?.type === "timestamp");
  return [result, isWanted ? await executeDefinition(ctx, execution) : undefined];
}

/** Waits for both, so that no run goes on unnoticed after the other failed. */
async function bothOrFirstFailure(
  result: Promise<ResultSet>,
  previous: Promise<ResultSet | undefined>,
): Promise<[ResultSet, ResultSet | undefined]> {
  await Promise.allSettled([result, previous]);
  return Promise.all([result, previous]);
}

/** null where there is nothing to compare with. */
export function comparisonOf(
  compare: FigureQuestion["compare"],
  range: DateRange,
  choice: RangeChoice,
  definition: QueryDefinition,
): { range: DateRange; label: string } | null {
  if (compare === "none" || !hasPeriodBefore(range)) return null;
  // Without both ends the same rows would be compared with themselves.
  if (!followsPeriod(definition)) return null;
  return { range: comparisonRange(range, compare, choice), label: comparisonLabel(range, compare, choice) };
}
