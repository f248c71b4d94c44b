import { listFilterOptions } from "@/lib/dashboards";
import { DashboardIdInput } from "@/lib/dashboards/schemas";
import { FilterOptionsInput } from "@/lib/dashboards/view/schemas";
import { api } from "@/lib/http/api";

/** What a filter of the dashboard can be. */
export const POST = api({
  params: DashboardIdInput,
  body: FilterOptionsInput.omit({ dashboardId: true }),
  handler: ({ ctx, params, body }) => listFilterOptions(ctx, { ...params, ...body }),
});
