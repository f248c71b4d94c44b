import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { InvalidInputError, NotFoundError } from "@/lib/errors";
import { prepareFigure } from "@/lib/queries";
import type { RangeChoice } from "@/lib/time/ranges";
import { findDashboard, widgetColumns } from "./find-dashboard";
import { type WidgetData, WidgetDataInput, type WidgetDto } from "./schemas";
import { serializeWidget } from "./serialize";

/**
 * Runs the query of one widget over a period and prepares its figure. Throws what the query throws: one
 * broken widget says so itself and leaves the others alone.
 */
export async function widgetData(ctx: RequestContext, input: WidgetDataInput): Promise<WidgetData> {
  requirePermission(ctx, "dashboard:read");
  const { dashboardId, widgetKey, range } = WidgetDataInput.parse(input);
  // Not in one transaction: a slow source must not hold a connection of the application's database.
  return prepareWidget(ctx, await findWidget(ctx, dashboardId, widgetKey), range);
}

/** The figure of a widget that was read already. */
export async function prepareWidget(
  ctx: RequestContext,
  { queryId, visual, parameters }: WidgetDto,
  range: RangeChoice,
): Promise<WidgetData> {
  if (queryId === null)
    throw new InvalidInputError("This widget has no query: there is no figure to prepare.");
  const { model } = await prepareFigure(
    ctx,
    { queryId, visual, parameters, range },
    { purpose: "DASHBOARD" },
  );
  return { model };
}

function findWidget(ctx: RequestContext, dashboardId: string, key: string): Promise<WidgetDto> {
  return withTransaction(ctx, async (tx) => {
    const dashboard = await findDashboard(tx, ctx, dashboardId);
    const row = await tx.widget.findFirst({
      where: { workspaceId: ctx.workspace.id, dashboardId: dashboard.id, key },
      select: widgetColumns,
    });
    if (!row) throw new NotFoundError("widget");
    return serializeWidget(row);
  });
}
