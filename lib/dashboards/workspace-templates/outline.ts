/** The first tab of a template as one grid: its sections below one another. Pure. */
import type { WidgetDto, WidgetLayout } from "@/lib/dashboards/schemas";
import type { TemplateDocument } from "./schemas";

/** Open sections alone, as they are first seen. */
export function outlineOf({
  settings,
  widgets,
}: Pick<TemplateDocument, "settings" | "widgets">): { layout: WidgetLayout; widget: WidgetDto }[] {
  let top = 0;
  return (settings.tabs[0]?.sections ?? [])
    .filter(({ isCollapsed }) => !isCollapsed)
    .flatMap(({ key }) => {
      const onIt = widgets.filter(({ section }) => section === key);
      const moved = onIt.map((widget) => ({
        widget,
        layout: { ...widget.layout, y: widget.layout.y + top },
      }));
      top += Math.max(0, ...onIt.map(({ layout }) => layout.y + layout.h));
      return moved;
    });
}
