import type { RequestContext } from "@/lib/context";
import type { DashboardDto, DashboardView, WidgetDto } from "@/lib/dashboards/schemas";
import { NotFoundError } from "@/lib/errors";
import { toErrorBody } from "@/lib/http/error-body";
import type { FigureOptions } from "@/lib/queries";
import { asTheyCome } from "@/lib/utils/as-they-come";
import { prepareWidget } from "./prepare-widget";
import type { WidgetAnswer } from "./schemas";
import { readView, type WidgetQuestion } from "./widget-filters";

/** The figures of a dashboard that was read already, as they are ready. Widgets that ask the same ask once. */
export async function widgetAnswers(
  ctx: RequestContext,
  dashboard: DashboardDto,
  {
    view,
    widgetKeys,
    maxAgeSeconds,
  }: { view: DashboardView; widgetKeys: readonly string[]; maxAgeSeconds?: number },
): Promise<AsyncGenerator<WidgetAnswer>> {
  const question = await readView(ctx, dashboard, view);
  const options = { maxAgeSeconds, answers: new Map() };
  const widgets = new Map(dashboard.widgets.map((widget) => [widget.key, widget]));
  return asTheyCome(widgetKeys.map((key) => answerOf(ctx, key, widgets.get(key), question, options)));
}

async function answerOf(
  ctx: RequestContext,
  key: string,
  widget: WidgetDto | undefined,
  question: WidgetQuestion,
  options: Pick<FigureOptions, "maxAgeSeconds" | "answers">,
): Promise<WidgetAnswer> {
  try {
    if (!widget) throw new NotFoundError("widget");
    return { key, data: await prepareWidget(ctx, widget, question, options) };
  } catch (error) {
    return { key, error: toErrorBody(error, ctx.requestId) };
  }
}
