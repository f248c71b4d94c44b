import type { RequestContext } from "@/lib/context";
import type { DashboardDto, DashboardView } from "@/lib/dashboards/schemas";
import { figuresInSight } from "./in-sight";
import type { WidgetData } from "./schemas";
import { widgetAnswers } from "./widget-answers";

/**
 * What the figures in sight of a dashboard that was just read have to show within `limitMs`, by widget key: for the first
 * paint. Those that are slower or fail are left out; the browser asks for them and shows their error.
 */
export async function firstWidgetData(
  ctx: RequestContext,
  dashboard: DashboardDto,
  { view, tab, limitMs }: { view: DashboardView; tab: string | null; limitMs: number },
): Promise<Record<string, WidgetData>> {
  const ready: Record<string, WidgetData> = {};
  const widgetKeys = figuresInSight(dashboard, tab).map(({ key }) => key);
  const loading = collect(await widgetAnswers(ctx, dashboard, { view, widgetKeys }), ready);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, limitMs);
  });
  await Promise.race([loading, limit]);
  clearTimeout(timer);
  // A copy, because late answers still arrive.
  return { ...ready };
}

async function collect(
  answers: Awaited<ReturnType<typeof widgetAnswers>>,
  ready: Record<string, WidgetData>,
): Promise<void> {
  for await (const { key, data } of answers) if (data) ready[key] = data;
}
