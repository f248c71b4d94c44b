import type { Selection } from "@/lib/charts/selection";
import type { WidgetDto } from "@/lib/dashboards/schemas";
import { COMPARE_PARAM, filterParam, RANGE_PARAM, viewSearch } from "@/lib/dashboards/view/view-params";
import { encodeRange } from "@/lib/time/range-param";
import type { WidgetScene } from "../screen-types";

/**
 * Where a point of the figure leads on to: the author's other dashboard over the same period, with this dashboard's
 * filters of the same names, and the point as the filter that the author chose.
 */
export function linkOf(
  { options: { link } }: Pick<WidgetDto, "options">,
  { workspace, view, filters }: Pick<WidgetScene, "workspace" | "view" | "filters">,
  selection: Selection | null,
): { href: string; name: string } | null {
  if (!link) return null;
  const search = viewSearch({ ...view, cross: [] }, filters);
  search.set(RANGE_PARAM, encodeRange(view.range));
  if (view.comparison !== "none") search.set(COMPARE_PARAM, view.comparison);
  const value = selection?.value ?? null;
  if (link.filter !== "" && value !== null) search.set(filterParam({ name: link.filter }), String(value));
  return {
    href: `/${workspace}/dashboards/${link.dashboardId}?${search}`,
    name: link.label || "Open the details",
  };
}
