import { explainWidget } from "@/lib/dashboards";
import { WidgetViewInput } from "@/lib/dashboards/view/schemas";
import { api } from "@/lib/http/api";

/** Which query a widget asks, and with what. */
export const POST = api({
  params: WidgetViewInput.pick({ dashboardId: true, widgetKey: true }),
  body: WidgetViewInput.pick({ view: true }),
  handler: ({ ctx, params, body }) => explainWidget(ctx, { ...params, ...body }),
});
