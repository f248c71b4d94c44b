import type { RequestContext } from "@/lib/context";
import type { RangeChoice } from "@/lib/time/ranges";
import type { DashboardDto, WidgetData } from "./schemas";
import { widgetData } from "./widget-data";

/**
 * What the widgets have to show within `limitMs`, by widget key: for the first paint. Widgets that are
 * slower or fail are left out; the browser asks for them and shows their error.
 */
export async function firstWidgetData(
  ctx: RequestContext,
  dashboard: DashboardDto,
  range: RangeChoice,
  limitMs: number,
): Promise<Record<string, WidgetData>> {
  const ready: Record<string, WidgetData> = {};
  const loading = dashboard.widgets.map(async ({ key }) => {
    const data = await widgetData(ctx, { dashboardId: dashboard.id, widgetKey: key, range });
    ready[key] = data;
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, limitMs);
  });
  await Promise.race([Promise.allSettled(loading), limit]);
  clearTimeout(timer);
  // A copy, because late answers still arrive.
  return { ...ready };
}
