import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { getDashboard } from "@/lib/dashboards/get-dashboard";
import { DashboardDataInput, type WidgetAnswer } from "./schemas";
import { widgetAnswers } from "./widget-answers";

/**
 * The figures of some widgets of a dashboard over one view, each as soon as it is ready. What the view may not change
 * (a locked period or filter) stays as the dashboard has it. Throws NotFoundError for a dashboard the person may not
 * see; what is wrong with one widget is that widget's answer.
 */
export async function dashboardData(
  ctx: RequestContext,
  input: DashboardDataInput,
): Promise<AsyncGenerator<WidgetAnswer>> {
  requirePermission(ctx, "dashboard:read");
  const { dashboardId, ...asked } = DashboardDataInput.parse(input);
  // Not in one transaction: a slow source must not hold a connection of the application's database.
  return widgetAnswers(ctx, await getDashboard(ctx, { dashboardId }), asked);
}
