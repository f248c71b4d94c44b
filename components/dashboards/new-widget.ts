import { firstFreePlace } from "@/lib/dashboards/layout";
import { GRID_COLUMNS, MAIN_SECTION, type WidgetDto, WidgetOptions } from "@/lib/dashboards/schemas";
import { SIZES } from "./grid-size";

type Figure = Pick<WidgetDto, "queryId" | "visual" | "parameters">;

/** A widget for a new figure, in the first gap it fits into. */
export function placeNew(widgets: readonly WidgetDto[], figure: Figure, section?: string): WidgetDto {
  const { w, h } = SIZES[figure.visual.kind];
  return placeLike(widgets, figure, { w, h }, section);
}

/** The widget with another figure; one that became a chart or table gets the room to be read. */
export function withFigure(widget: WidgetDto, figure: Figure): WidgetDto {
  const { w, h, minW, minH } = SIZES[figure.visual.kind];
  const { layout } = widget;
  const fits = figure.visual.kind === widget.visual.kind || (layout.w >= minW && layout.h >= minH);
  if (fits) return { ...widget, ...figure };
  const width = layout.w >= minW ? layout.w : w;
  const x = Math.min(layout.x, GRID_COLUMNS - width);
  return { ...widget, ...figure, layout: { x, y: layout.y, w: width, h: Math.max(layout.h, h) } };
}

export function placeCopy(
  widgets: readonly WidgetDto[],
  { layout, key: _key, section, options, ...figure }: WidgetDto,
): WidgetDto {
  return { ...placeLike(widgets, figure, { w: layout.w, h: layout.h }, section), options };
}

function placeLike(
  widgets: readonly WidgetDto[],
  { queryId, visual, parameters }: Figure,
  size: { w: number; h: number },
  section: string = MAIN_SECTION,
): WidgetDto {
  const beside = widgets.filter((widget) => widget.section === section);
  const layout = firstFreePlace(beside, size, GRID_COLUMNS);
  const options = WidgetOptions.parse({});
  return { key: newKey(widgets), queryId, visual, parameters, section, layout, options };
}

/** Not crypto.randomUUID: browsers keep that for https, and many installations inside a company have none. */
function newKey(widgets: readonly WidgetDto[]): string {
  const key = `w-${Math.random().toString(36).slice(2, 10)}`;
  return widgets.some((widget) => widget.key === key) ? newKey(widgets) : key;
}
