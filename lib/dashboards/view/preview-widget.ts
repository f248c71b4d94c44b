import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { prepareFigure } from "@/lib/queries";
import { effectiveView } from "./effective-view";
import { PreviewWidgetInput, type WidgetData } from "./schemas";
import { dashboardFilter, lockedFirst } from "./widget-filters";

/**
 * A widget that is not saved yet, with its real data: alone, or as it would stand under filters that are not saved
 * either. For those who see its query: nobody has vouched for it. Throws what `prepareFigure` throws.
 */
export async function previewWidget(ctx: RequestContext, input: PreviewWidgetInput): Promise<WidgetData> {
  requirePermission(ctx, "query:run");
  const { under, ...figure } = PreviewWidgetInput.parse(input);
  if (!under) return prepareFigure(ctx, figure, { purpose: "EDITOR" });
  const { range, comparison, filters } = effectiveView(under.filters, under.view);
  return prepareFigure(
    ctx,
    { ...figure, range },
    {
      purpose: "EDITOR",
      compare: comparison,
      filters: lockedFirst(filters).map((filter) => dashboardFilter(filter, under.bindings)),
    },
  );
}
