import { getDashboard } from "@/lib/dashboards";
import { DashboardIdInput } from "@/lib/dashboards/schemas";
import { api } from "@/lib/http/api";

export const GET = api({
  params: DashboardIdInput,
  handler: ({ ctx, params }) => getDashboard(ctx, params),
});
