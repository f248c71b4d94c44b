/** A tab of a template as one grid: its sections below one another. Pure. */
import type { WidgetDto, WidgetLayout } from "@/lib/dashboards/schemas";
import type { TemplateDocument } from "./schemas";

/** Open sections alone, as they are first seen; the first tab where none is named, or an unknown one. */
export function outlineOf(
  { settings, widgets }: Pick<TemplateDocument, "settings" | "widgets">,
  tabKey?: string,
): { layout: WidgetLayout; widget: WidgetDto }[] {
  let top = 0;
  const tab = settings.tabs.find(({ key }) => key === tabKey) ?? settings.tabs[0];
  return (tab?.sections ?? [])
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
