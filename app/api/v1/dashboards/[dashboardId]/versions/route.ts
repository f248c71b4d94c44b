import { listDashboardVersions } from "@/lib/dashboards";
import { DashboardVersionsInput } from "@/lib/dashboards/versions/schemas";
import { api } from "@/lib/http/api";

export const GET = api({
  params: DashboardVersionsInput,
  handler: ({ ctx, params }) => listDashboardVersions(ctx, params),
});
