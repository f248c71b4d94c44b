import type { RequestContext } from "@/lib/context";
import type { StoredWidget } from "@/lib/dashboards/find-figures";
import { isFigure } from "@/lib/dashboards/widgets";
import { InvalidInputError } from "@/lib/errors";
import { explainFigure, type FigureOptions, prepareFigure } from "@/lib/queries";
import type { FigureExplanation, FigureInput } from "@/lib/queries/schemas";
import type { WidgetData } from "./schemas";
import type { WidgetQuestion } from "./widget-filters";

const purpose = "DASHBOARD";

/**
 * The one place where a widget's query is run, for whoever sees its dashboard: the one who saved it has vouched for the
 * figure. Throws what `prepareFigure` throws.
 */
export async function prepareWidget(
  ctx: RequestContext,
  widget: StoredWidget,
  question: WidgetQuestion,
  options: Pick<FigureOptions, "maxAgeSeconds" | "answers" | "drill"> = {},
): Promise<WidgetData> {
  const filters = question.filtersOf(widget);
  const { comparison: compare } = question;
  const { vouchedById: vouchedBy } = widget;
  return prepareFigure(ctx, figureOf(widget, question), { ...options, purpose, vouchedBy, compare, filters });
}

/** The same, told and not run. */
export async function explainPrepared(
  ctx: RequestContext,
  widget: StoredWidget,
  question: WidgetQuestion,
): Promise<FigureExplanation> {
  const { vouchedById: vouchedBy } = widget;
  const { comparison: compare } = question;
  const filters = question.filtersOf(widget);
  return explainFigure(ctx, figureOf(widget, question), { purpose, vouchedBy, compare, filters });
}

function figureOf(widget: StoredWidget, { range }: WidgetQuestion): FigureInput {
  if (!isFigure(widget))
    throw new InvalidInputError("This widget has no query: there is no figure to prepare.");
  const { queryId, visual, parameters } = widget;
  return { queryId, visual, parameters, range };
}
