import { z } from "zod";
import { widgetData } from "@/lib/dashboards";
import { WidgetDataInput } from "@/lib/dashboards/schemas";
import { api } from "@/lib/http/api";
import { RangeParam } from "@/lib/time/range-param";

export const GET = api({
  params: WidgetDataInput.pick({ dashboardId: true, widgetKey: true }),
  query: z.object({ range: RangeParam }),
  handler: ({ ctx, params, query }) => widgetData(ctx, { ...params, range: query.range }),
});
