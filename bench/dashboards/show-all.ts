import type { RequestContext } from "@/lib/context";
import { widgetData } from "@/lib/dashboards";
import type { DashboardDto } from "@/lib/dashboards/schemas";
import { timed } from "../clock";

/** Milliseconds until every widget has its figure. */
export async function showAll(ctx: RequestContext, dashboard: DashboardDto): Promise<number> {
  const { id: dashboardId, filters, widgets } = dashboard;
  const { ms } = await timed(() =>
    Promise.all(
      widgets.map(({ key: widgetKey }) => widgetData(ctx, { dashboardId, widgetKey, range: filters.range })),
    ),
  );
  return ms;
}
