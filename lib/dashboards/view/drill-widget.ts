import { may, requirePermission } from "@/lib/access";
import { TableSpec } from "@/lib/charts/spec";
import type { RequestContext } from "@/lib/context";
import { isFigure, type WidgetDto } from "@/lib/dashboards/schemas";
import { withTransaction } from "@/lib/db";
import { InvalidInputError } from "@/lib/errors";
import { type Drill, findSeenQueries } from "@/lib/queries";
import { drawsColumn } from "./drawn-columns";
import { findWidgetQuestion } from "./find-widget-question";
import { prepareWidget } from "./prepare-widget";
import { DrillInput, type WidgetData } from "./schemas";

/**
 * What is behind a point of a widget's figure: the same figure over shorter periods, or rows as a table. The rows of a
 * source's own tables are for those who may ask it themselves; everybody else sees the rows of the answer. Throws
 * NotFoundError, InvalidInputError for a column that the figure does not draw, and what the query throws.
 */
export async function drillWidget(ctx: RequestContext, input: DrillInput): Promise<WidgetData> {
  requirePermission(ctx, "dashboard:read");
  const { to, steps, ...asked } = DrillInput.parse(input);
  const { widget, question } = await findWidgetQuestion(ctx, asked);
  for (const { column } of steps)
    if (!isFigure(widget) || !drawsColumn(widget.visual, column))
      throw new InvalidInputError(`The figure does not show "${column}". Choose a point of what it shows.`);
  const options = { drill: { to: await reachOf(ctx, widget, to), steps }, answers: new Map() };
  if (to === "finer") return prepareWidget(ctx, widget, question, options);
  const rows = TableSpec.parse({ kind: "table", title: widget.visual.title });
  return prepareWidget(ctx, { ...widget, visual: rows }, question, options);
}

async function reachOf(
  ctx: RequestContext,
  { queryId }: WidgetDto,
  to: "finer" | "rows",
): Promise<Drill["to"]> {
  if (to === "finer" || queryId === null || !may(ctx, "query:run")) return to;
  const seen = await withTransaction(ctx, (tx) => findSeenQueries(tx, ctx, [queryId]));
  return seen.has(queryId) ? "source_rows" : "rows";
}
