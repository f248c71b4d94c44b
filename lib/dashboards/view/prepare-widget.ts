import type { RequestContext } from "@/lib/context";
import { isFigure, type WidgetDto } from "@/lib/dashboards/schemas";
import { InvalidInputError } from "@/lib/errors";
import { explainFigure, type FigureExplanation, type FigureOptions, prepareFigure } from "@/lib/queries";
import type { FigureInput } from "@/lib/queries/schemas";
import type { WidgetData } from "./schemas";
import type { WidgetQuestion } from "./widget-filters";

const purpose = "DASHBOARD";

/** The one place where a widget's query is run. Throws what `prepareFigure` throws. */
export async function prepareWidget(
  ctx: RequestContext,
  widget: WidgetDto,
  question: WidgetQuestion,
  options: Pick<FigureOptions, "maxAgeSeconds" | "answers" | "drill"> = {},
): Promise<WidgetData> {
  const filters = question.filtersOf(widget);
  const compare = question.comparison;
  return prepareFigure(ctx, figureOf(widget, question), { ...options, purpose, compare, filters });
}

/** The same, told and not run. */
export async function explainPrepared(
  ctx: RequestContext,
  widget: WidgetDto,
  question: WidgetQuestion,
): Promise<FigureExplanation> {
  return explainFigure(ctx, figureOf(widget, question), { purpose, filters: question.filtersOf(widget) });
}

function figureOf(widget: WidgetDto, { range }: WidgetQuestion): FigureInput {
  if (!isFigure(widget))
    throw new InvalidInputError("This widget has no query: there is no figure to prepare.");
  const { queryId, visual, parameters } = widget;
  return { queryId, visual, parameters, range };
}
