import type { z } from "zod";
import type { RequestContext } from "@/lib/context";
import { getDashboard } from "@/lib/dashboards/get-dashboard";
import type { WidgetDto } from "@/lib/dashboards/schemas";
import { NotFoundError } from "@/lib/errors";
import type { WidgetViewInput } from "./schemas";
import { readView, type WidgetQuestion } from "./widget-filters";

/** One widget and what a view asks of it. Throws NotFoundError. */
export async function findWidgetQuestion(
  ctx: RequestContext,
  { dashboardId, widgetKey, view }: z.output<typeof WidgetViewInput>,
): Promise<{ widget: WidgetDto; question: WidgetQuestion }> {
  const dashboard = await getDashboard(ctx, { dashboardId });
  const widget = dashboard.widgets.find(({ key }) => key === widgetKey);
  if (!widget) throw new NotFoundError("widget");
  return { widget, question: await readView(ctx, dashboard, view) };
}
