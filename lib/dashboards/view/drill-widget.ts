import { may, requirePermission } from "@/lib/access";
import { TableSpec } from "@/lib/charts/spec";
import type { RequestContext } from "@/lib/context";
import { isFigure } from "@/lib/dashboards/widgets";
import type { WidgetDto } from "@/lib/dashboards/schemas";
import { withTransaction } from "@/lib/db";
import { ForbiddenError, InvalidInputError } from "@/lib/errors";
import { type Drill, findSeenQueries } from "@/lib/queries";
import { drawsColumn } from "./drawn-columns";
import { findWidgetQuestion } from "./find-widget-question";
import { prepareWidget } from "./prepare-widget";
import { DrillInput, type WidgetData } from "./schemas";

/**
 * What is behind a point of a widget's figure: the same figure over shorter periods, or rows as a table. The rows of a
 * source's own tables are for those who may ask it themselves; everybody else sees the rows of the answer. Throws
 * NotFoundError, ForbiddenError where the query is not shared with the person, InvalidInputError for a column that the
 * figure does not draw, and what the query throws.
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
  if (to === "finer" || queryId === null) return to;
  const seen = await withTransaction(ctx, (tx) => findSeenQueries(tx, ctx, [queryId]));
  // The figure was vouched for, not the columns that it does not draw.
  if (!seen.has(queryId))
    throw new ForbiddenError(
      "The query of this figure is not shared with you, so that you see the figure and not the rows behind it. Ask its owner.",
    );
  return seen.has(queryId) && may(ctx, "query:run") ? "source_rows" : "rows";
}
