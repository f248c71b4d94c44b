import type { RequestContext } from "@/lib/context";
import type { WidgetDto } from "@/lib/dashboards/schemas";
import { InvalidInputError } from "@/lib/errors";
import { type FigureOptions, prepareFigure } from "@/lib/queries";
import type { WidgetData } from "./schemas";
import type { WidgetQuestion } from "./widget-filters";

/** The one place where a widget's query is run. Throws what `prepareFigure` throws. */
export async function prepareWidget(
  ctx: RequestContext,
  widget: WidgetDto,
  { range, comparison, filtersOf }: WidgetQuestion,
  options: Pick<FigureOptions, "maxAgeSeconds" | "answers"> = {},
): Promise<WidgetData> {
  const { queryId, visual, parameters } = widget;
  if (queryId === null)
    throw new InvalidInputError("This widget has no query: there is no figure to prepare.");
  return prepareFigure(
    ctx,
    { queryId, visual, parameters, range },
    { ...options, purpose: "DASHBOARD", compare: comparison, filters: filtersOf(widget) },
  );
}
