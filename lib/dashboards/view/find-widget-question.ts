import type { z } from "zod";
import type { RequestContext } from "@/lib/context";
import { findFigures, type StoredWidget } from "@/lib/dashboards/find-figures";
import { getDashboard } from "@/lib/dashboards/get-dashboard";
import { withTransaction } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import type { WidgetViewInput } from "./schemas";
import { readView, type WidgetQuestion } from "./widget-filters";

/** One widget and what a view asks of it. Throws NotFoundError. */
export async function findWidgetQuestion(
  ctx: RequestContext,
  { dashboardId, widgetKey, view }: z.output<typeof WidgetViewInput>,
): Promise<{ widget: StoredWidget; question: WidgetQuestion }> {
  const dashboard = await getDashboard(ctx, { dashboardId });
  const widgets = await withTransaction(ctx, (tx) => findFigures(tx, ctx, dashboard.id));
  const widget = widgets.find(({ key }) => key === widgetKey);
  if (!widget) throw new NotFoundError("widget");
  return { widget, question: await readView(ctx, { filters: dashboard.filters, widgets }, view) };
}
