import { dashboardData } from "@/lib/dashboards";
import { DashboardIdInput } from "@/lib/dashboards/schemas";
import { DashboardDataInput } from "@/lib/dashboards/view/schemas";
import { api } from "@/lib/http/api";
import { ndjson } from "@/lib/http/ndjson";

/** One line of JSON a widget, in the order in which they are ready. */
export const POST = api({
  params: DashboardIdInput,
  body: DashboardDataInput.omit({ dashboardId: true }),
  handler: async ({ ctx, params, body }) => ndjson(await dashboardData(ctx, { ...params, ...body })),
});
