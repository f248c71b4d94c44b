import type { RequestContext } from "@/lib/context";
import type { DashboardDto, DashboardView } from "@/lib/dashboards/schemas";
import { figuresInSight } from "./in-sight";
import type { WidgetAnswer, WidgetData } from "./schemas";
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
  const widgetKeys = figuresInSight(dashboard, tab).map(({ key }) => key);
  return collectInTime(await widgetAnswers(ctx, dashboard, { view, widgetKeys }), limitMs);
}

/** The answers that arrive within `limitMs`, by widget key. */
export async function collectInTime(
  answers: AsyncGenerator<WidgetAnswer>,
  limitMs: number,
): Promise<Record<string, WidgetData>> {
  const ready: Record<string, WidgetData> = {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, limitMs);
  });
  await Promise.race([collect(answers, ready), limit]);
  clearTimeout(timer);
  // A copy, because late answers still arrive.
  return { ...ready };
}

async function collect(
  answers: AsyncGenerator<WidgetAnswer>,
  ready: Record<string, WidgetData>,
): Promise<void> {
  for await (const { key, data } of answers) if (data) ready[key] = data;
}
