import { drillWidget } from "@/lib/dashboards";
import { DrillInput } from "@/lib/dashboards/view/schemas";
import { api } from "@/lib/http/api";

/** What is behind a point of a widget's figure. */
export const POST = api({
  params: DrillInput.pick({ dashboardId: true, widgetKey: true }),
  body: DrillInput.omit({ dashboardId: true, widgetKey: true }),
  handler: ({ ctx, params, body }) => drillWidget(ctx, { ...params, ...body }),
});
