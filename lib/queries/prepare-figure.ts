import type { z } from "zod";
import { prepare } from "@/lib/charts/prepare";
import type { VisualSpec } from "@/lib/charts/spec";
import type { PreparedModel, ResultSet } from "@/lib/charts/types";
import type { RequestContext } from "@/lib/context";
import { comparisonLabel, hasPeriodBefore } from "@/lib/queries/comparison-label";
import { withTransaction } from "@/lib/db";
import { answerPrepared, prepareExecution } from "@/lib/queries/execute-definition";
import { followsPeriod } from "@/lib/queries/compile-definition";
import { requireRun } from "@/lib/queries/run-query";
import { findRunnable } from "@/lib/queries/runs/find-runnable";
import { FigureInput, type QueryDefinition, type QueryPurpose } from "@/lib/queries/schemas";
import { comparisonRange, type DateRange, type RangeChoice, resolveRange } from "@/lib/time/ranges";

export type PreparedFigure = {
  model: PreparedModel;
  /** Rows the figure was computed from. */
  rows: number;
  /** ISO 8601: when the source answered; the earlier answer when two periods are compared. */
  asOf: string;
};

/**
 * The one way a number is made, for dashboards, reports and the editor: resolves the period in the workspace's
 * zone, runs the query (and, for a metric that compares, the same query over the period before), and prepares
 * the model every renderer draws. Throws what `runQuery` throws, and InvalidInputError when the spec does not
 * fit the result.
 */
export async function prepareFigure(
  ctx: RequestContext,
  input: z.input<typeof FigureInput>,
  options: { purpose: QueryPurpose },
): Promise<PreparedFigure> {
  requireRun(ctx, options.purpose);
  const { queryId, visual, parameters: values, range: choice } = FigureInput.parse(input);
  const { locale, zone, weekStartsOn } = ctx.workspace;
  const range = resolveRange(choice, ctx.now(), zone, weekStartsOn);
  const { comparison, now, before } = await withTransaction(ctx, async (tx) => {
    const saved = await findRunnable(tx, ctx, queryId);
    const prepareFor = (period: DateRange) =>
      prepareExecution(tx, ctx, { ...options, ...saved, queryId, values, range: period });
    const comparison = comparisonOf(visual, range, choice, saved.definition);
    const now = await prepareFor(range);
    return { comparison, now, before: comparison && (await prepareFor(comparison.range)) };
  });
  const [result, previous] = await bothOrFirstFailure(
    answerPrepared(ctx, now),
    before ? answerPrepared(ctx, before) : Promise.resolve(undefined),
  );
  const model = prepare(result, visual, { locale, zone, previous, comparisonLabel: comparison?.label });
  const asOf = previous && previous.asOf < result.asOf ? previous.asOf : result.asOf;
  return { model, rows: result.rows.length, asOf };
}

/** Waits for both, so that no run goes on unnoticed after the other failed. */
async function bothOrFirstFailure(
  result: Promise<ResultSet>,
  previous: Promise<ResultSet | undefined>,
): Promise<[ResultSet, ResultSet | undefined]> {
  await Promise.allSettled([result, previous]);
  return Promise.all([result, previous]);
}

function comparisonOf(
  visual: VisualSpec,
  range: DateRange,
  choice: RangeChoice,
  definition: QueryDefinition,
): { range: DateRange; label: string } | null {
  if (visual.kind !== "metric" || visual.compare === "none" || !hasPeriodBefore(range)) return null;
  // Without both ends the same rows would be compared with themselves.
  if (!followsPeriod(definition)) return null;
  return {
    range: comparisonRange(range, visual.compare, choice),
    label: comparisonLabel(range, visual.compare, choice),
  };
}
