import { listOwnedDashboards } from "@/lib/dashboards";
import { OwnedDashboardsInput } from "@/lib/dashboards/sharing/schemas";
import { api } from "@/lib/http/api";

export const GET = api({
  query: OwnedDashboardsInput,
  handler: ({ ctx, query }) => listOwnedDashboards(ctx, query),
});
