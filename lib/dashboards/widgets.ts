/** What kind of widget one is, told without the schemas: pages that only read do not load those. */
import { needsQuery } from "@/lib/charts/kinds";
import type { ContentWidget, FigureWidget, WidgetDto } from "@/lib/dashboards/schemas";

/** Conditions of all that is chosen on figures at once; a cell of a pivot alone may name six. */
export const MAX_CROSS_FILTERS = 20;

/** The section of a dashboard that has no others. */
export const MAIN_SECTION = "main";

export function isFigure(widget: WidgetDto): widget is FigureWidget {
  return widget.queryId !== null && needsQuery(widget.visual);
}

export function isContent(widget: WidgetDto): widget is ContentWidget {
  return widget.queryId === null && !needsQuery(widget.visual);
}
