import type { z } from "zod";
import { prepare } from "@/lib/charts/prepare";
import type { TitleVariables } from "@/lib/charts/title-variables";
import type { PreparedModel } from "@/lib/charts/types";
import type { RequestContext } from "@/lib/context";
import { askFigure, comparisonWish, type FigureAnswer, type FigureQuestion } from "@/lib/queries/ask-figure";
import type { Drill } from "@/lib/queries/drill/drill-down";
import { formatDate } from "@/lib/format/dates";
import { periodText } from "@/lib/queries/period-text";
import type { FigureFilter } from "@/lib/queries/filters/figure-filter";
import { requireRun } from "@/lib/queries/run-query";
import { FigureInput, type QueryPurpose } from "@/lib/queries/schemas";

export type PreparedFigure = {
  model: PreparedModel;
  /** Rows the figure was computed from. */
  rows: number;
  /** ISO 8601: when the source answered; the earlier answer when two periods are compared. */
  asOf: string;
  fromCache: boolean;
  /** What the source took. */
  durationMs: number;
  /** Labels of the filters that do not reach this figure. */
  notFiltered: string[];
  /** False when the rows are the same whatever the period. */
  followsPeriod: boolean;
  /** The column whose periods can be looked into: "finer" of {@link Drill}; null when there is none. */
  finerBy: string | null;
};

export type FigureOptions = {
  purpose: QueryPurpose;
  /** What the reader chose beside the period. */
  filters?: readonly FigureFilter[];
  /** Takes the place of a number's own comparison, unless it is "none"; courses over time are drawn with it. */
  compare?: FigureQuestion["compare"];
  /** What is behind a point of the figure, instead of the figure. */
  drill?: Drill;
  /** A kept answer that is older is asked for anew. */
  maxAgeSeconds?: number;
  /** The member by whose sight of the query a dashboard shows it to its readers; it never comes from them. */
  vouchedBy?: string | null;
  /** Shared by figures that are made together: a question they have in common is asked once. */
  answers?: Map<string, Promise<FigureAnswer>>;
};

/**
 * The one way a number is made, for dashboards, reports and the editor: resolves the period in the workspace's
 * zone, runs the query (and, for a metric that compares, the same query over the period before), leaves out the rows
 * that the reader's filters leave out, and prepares the model every renderer draws. Throws what `runQuery` throws, and
 * InvalidInputError when the spec does not fit the result or a filter's value not its type.
 */
export async function prepareFigure(
  ctx: RequestContext,
  input: z.input<typeof FigureInput>,
  options: FigureOptions,
): Promise<PreparedFigure> {
  requireRun(ctx, options.purpose);
  const { queryId, visual, parameters: values, range } = FigureInput.parse(input);
  const { purpose, filters = [], drill, maxAgeSeconds, vouchedBy, answers = new Map() } = options;
  // What is behind one point lies in its own period alone.
  const compared = comparisonWish(visual, drill ? "none" : options.compare);
  const question = { queryId, values, range, ...compared, filters, drill, purpose, maxAgeSeconds, vouchedBy };
  const answer = await askOnce(ctx, question, answers);
  const { result, previous, comparisonLabel, periods, missed, followsPeriod, finerBy } = answer;
  const { locale, zone } = ctx.workspace;
  const parts = previous ? [result, previous] : [result];
  return {
    model: prepare(result, visual, {
      locale,
      zone,
      previous,
      comparisonLabel,
      periods,
      variables: titleVariables(ctx, question),
    }),
    rows: result.rows.length,
    asOf: previous && previous.asOf < result.asOf ? previous.asOf : result.asOf,
    fromCache: parts.every((part) => part.fromCache),
    durationMs: Math.max(...parts.map((part) => part.durationMs)),
    notFiltered: missed,
    followsPeriod,
    finerBy,
  };
}

/** What the variables in a title stand for: the period, the filters by their labels, the parameters by their names. */
function titleVariables(ctx: RequestContext, { range, values, filters }: FigureQuestion): TitleVariables {
  const { locale, zone } = ctx.workspace;
  const print = (value: unknown) => (Array.isArray(value) ? value.join(", ") : String(value ?? ""));
  return {
    period: periodText(ctx, range),
    today: formatDate(ctx.now(), { locale, zone }),
    filters: Object.fromEntries(filters.map((filter) => [filter.label, print(filter.value)])),
    parameters: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, print(value)])),
  };
}

function askOnce(
  ctx: RequestContext,
  question: FigureQuestion,
  answers: Map<string, Promise<FigureAnswer>>,
): Promise<FigureAnswer> {
  const key = JSON.stringify(question);
  const asked = answers.get(key) ?? askFigure(ctx, question);
  answers.set(key, asked);
  return asked;
}
