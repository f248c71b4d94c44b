import { inReadingOrder } from "@/lib/dashboards/layout";
import { isFigure } from "@/lib/dashboards/widgets";
import type { DashboardDto, FigureWidget } from "@/lib/dashboards/schemas";

/** Rows of the grid that a tall screen shows at once, and a little more. */
const ROWS_IN_SIGHT = 24;

/** The figures somebody sees who opens a dashboard at this tab (the first, if there is none of that key). */
export function figuresInSight(
  { settings: { tabs }, widgets }: Pick<DashboardDto, "settings" | "widgets">,
  tabKey: string | null,
): FigureWidget[] {
  const tab = tabs.find(({ key }) => key === tabKey) ?? tabs[0];
  const seen: FigureWidget[] = [];
  let top = 0;
  for (const section of tab?.sections ?? []) {
    if (section.isCollapsed) continue;
    const onIt = widgets.filter((widget) => widget.section === section.key);
    const near = inReadingOrder(onIt).filter(({ layout }) => top + layout.y < ROWS_IN_SIGHT);
    seen.push(...near.filter(isFigure));
    top += Math.max(0, ...onIt.map(({ layout }) => layout.y + layout.h));
  }
  return seen;
}
