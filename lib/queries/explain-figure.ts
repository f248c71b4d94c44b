import type { z } from "zod";
import { may } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { readQuerySource } from "@/lib/data-sources";
import { withTransaction } from "@/lib/db";
import { formatRange } from "@/lib/format/dates";
import { type AimedQuestion, aimQuestion, comparisonOf, comparisonWish } from "@/lib/queries/ask-figure";
import { describeBuilder } from "@/lib/queries/builder/describe";
import { compileExecution } from "@/lib/queries/compile-execution";
import type { FilterWay } from "@/lib/queries/filters/aim-filters";
import type { ColumnFilter, FigureFilter } from "@/lib/queries/filters/figure-filter";
import { ownPeriod } from "@/lib/queries/own-period";
import { isFilledByPeriod } from "@/lib/queries/parameters/filled-by-period";
import { periodText } from "@/lib/queries/period-text";
import type { FigureOptions } from "@/lib/queries/prepare-figure";
import { requireRun } from "@/lib/queries/run-query";
import {
  type FigureExplanation,
  FigureInput,
  type FilterReach,
  type ParameterValues,
  type ValueOrigin,
} from "@/lib/queries/schemas";
import { findSeenQueries } from "@/lib/queries/seen-queries";
import { lastDayOf, RANGE_LABELS } from "@/lib/time/ranges";

/** What a figure is asked of its source, without asking. Throws as `prepareFigure`, what the source says aside. */
export async function explainFigure(
  ctx: RequestContext,
  input: z.input<typeof FigureInput>,
  {
    purpose,
    filters = [],
    vouchedBy,
    compare,
  }: Pick<FigureOptions, "purpose" | "filters" | "vouchedBy" | "compare">,
): Promise<FigureExplanation> {
  requireRun(ctx, purpose);
  const { queryId, visual, parameters: values, range } = FigureInput.parse(input);
  return withTransaction(ctx, async (tx) => {
    const asked = await aimQuestion(tx, ctx, { queryId, values, range, filters, vouchedBy });
    const source = await readQuerySource(tx, ctx, asked.dataSourceId);
    const compiled = await compileExecution(tx, ctx, source, asked);
    const isSeen = (await findSeenQueries(tx, ctx, [queryId])).has(queryId);
    const query = isSeen
      ? await tx.query.findFirst({
          where: { workspaceId: ctx.workspace.id, id: queryId },
          select: { id: true, name: true },
        })
      : null;
    const { definition } = asked;
    const { locale, zone } = ctx.workspace;
    const own = ownPeriod(definition, locale);
    const before = comparisonOf(comparisonWish(visual, compare).compare, asked.range, range, definition);
    const told = Object.entries(compiled.valuesByName).filter(([name]) => !name.startsWith("me."));
    return {
      query,
      asks:
        query && definition.kind === "builder" ? describeBuilder(definition, undefined, { locale }) : null,
      statement: query && may(ctx, "query:run") ? compiled.text : null,
      period: own === null ? { days: periodText(ctx, range) } : { own: query ? own : UNTOLD_PERIOD },
      compared: before && formatRange(before.range.from, lastDayOf(before.range), { locale, zone }),
      filters: filters.map((filter, index) => ({
        label: filter.label,
        text: inWords(ctx, filter.value),
        isClicked: filter.isClicked ?? false,
        reach: reachOf(asked.ways[index], asked.left, query !== null),
      })),
      values: (query ? told : []).map(([name, value]) => ({
        name,
        text: [value ?? "no value"].flat().join(", ") || "an empty text",
        origin: originOf(name, asked, { filters, own: values }),
      })),
    };
  });
}

const UNTOLD_PERIOD = "Its query has a period of its own, or none.";

function reachOf(way: FilterWay | undefined, left: readonly ColumnFilter[], isSeen: boolean): FilterReach {
  switch (way?.kind) {
    case "parameter":
      return { kind: "parameter", name: isSeen ? way.name : "" };
    case "column":
      return left.includes(way.filter)
        ? { kind: "rows", name: isSeen ? way.filter.column : "" }
        : { kind: "tables" };
    default:
      return way?.name ? { kind: "no_parameter", name: isSeen ? way.name : "" } : { kind: "left_out" };
  }
}

/** `written` is how the value stands in the statement: `period.from` is a part of `period`. */
function originOf(
  written: string,
  { definition, ways }: AimedQuestion,
  { filters, own }: { filters: readonly FigureFilter[]; own: ParameterValues },
): ValueOrigin {
  const [name = written] = written.split(".");
  const declared = definition.parameters.find((parameter) => parameter.name === name);
  if (!declared || isFilledByPeriod(declared)) return { kind: "period" };
  const giver = ways.findLastIndex((way) => way.kind === "parameter" && way.name === name);
  const label = filters[giver]?.label;
  if (label !== undefined) return { kind: "filter", label };
  return { kind: Object.hasOwn(own, name) ? "author" : "default" };
}

function inWords(ctx: RequestContext, value: FigureFilter["value"]): string {
  if (value === null) return "none";
  if (typeof value !== "object" || Array.isArray(value)) return [value].flat().join(", ");
  const days = periodText(ctx, value);
  return value.kind === "relative" && value.name !== "all_time"
    ? `${RANGE_LABELS[value.name]}, ${days}`
    : days;
}
