import { firstFreePlace } from "@/lib/dashboards/layout";
import { GRID_COLUMNS } from "@/lib/dashboards/layout";
import { MAIN_SECTION } from "@/lib/dashboards/widgets";
import { type WidgetDto, WidgetOptions } from "@/lib/dashboards/schemas";
import { SIZES } from "./grid-size";

type Figure = Pick<WidgetDto, "queryId" | "visual" | "parameters">;

/** A widget for a new figure, in the first gap of the section that it fits into. */
export function placeNew(
  widgets: readonly WidgetDto[],
  figure: Figure,
  section: string = MAIN_SECTION,
): WidgetDto {
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

/** A copy beside the widget: in the first gap of its section. */
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
  section: string,
): WidgetDto {
  const beside = widgets.filter((widget) => widget.section === section);
  const layout = firstFreePlace(beside, size, GRID_COLUMNS);
  const options = WidgetOptions.parse({});
  const key = newKey("w", new Set(widgets.map((widget) => widget.key)));
  return { key, queryId, visual, parameters, section, layout, options };
}

/** Not crypto.randomUUID: browsers keep that for https, and many installations inside a company have none. */
export function newKey(prefix: string, taken: ReadonlySet<string>): string {
  const key = `${prefix}-${Math.random().toString(36).slice(2, 10)}`;
  return taken.has(key) ? newKey(prefix, taken) : key;
}
