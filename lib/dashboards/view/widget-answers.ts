import type { RequestContext } from "@/lib/context";
import { findFigures, type StoredWidget } from "@/lib/dashboards/find-figures";
import type { DashboardDto, DashboardView } from "@/lib/dashboards/schemas";
import { withTransaction } from "@/lib/db";
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
  const stored = await withTransaction(ctx, (tx) => findFigures(tx, ctx, dashboard.id));
  const question = await readView(ctx, { filters: dashboard.filters, widgets: stored }, view);
  const options = { maxAgeSeconds, answers: new Map() };
  const widgets = new Map(stored.map((widget) => [widget.key, widget]));
  return asTheyCome(widgetKeys.map((key) => answerOf(ctx, key, widgets.get(key), question, options)));
}

async function answerOf(
  ctx: RequestContext,
  key: string,
  widget: StoredWidget | undefined,
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
