import type { RequestContext } from "@/lib/context";
import type { RangeChoice } from "@/lib/time/ranges";
import type { DashboardDto, WidgetData } from "./schemas";
import { prepareWidget } from "./widget-data";

/**
 * What the widgets of a dashboard that was just read have to show within `limitMs`, by widget key: for the first paint. Widgets that are
 * slower or fail are left out; the browser asks for them and shows their error.
 */
export async function firstWidgetData(
  ctx: RequestContext,
  dashboard: DashboardDto,
  range: RangeChoice,
  limitMs: number,
): Promise<Record<string, WidgetData>> {
  const ready: Record<string, WidgetData> = {};
  const drawn = dashboard.widgets.filter((widget) => widget.queryId !== null);
  const loading = drawn.map(async (widget) => {
    ready[widget.key] = await prepareWidget(ctx, widget, range);
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
