import type { RequestContext } from "@/lib/context";
import { dashboardData } from "@/lib/dashboards";
import type { DashboardDto } from "@/lib/dashboards/schemas";
import { timed } from "../clock";

/** Milliseconds until every widget has its figure. */
export async function showAll(ctx: RequestContext, dashboard: DashboardDto): Promise<number> {
  const { id: dashboardId, filters, widgets } = dashboard;
  const widgetKeys = widgets.map(({ key }) => key);
  const { ms } = await timed(async () => {
    const answers = await dashboardData(ctx, { dashboardId, view: { range: filters.range }, widgetKeys });
    for await (const { error } of answers) if (error) throw new Error(error.message);
  });
  return ms;
}
