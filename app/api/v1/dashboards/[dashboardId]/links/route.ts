import { listPublicLinks } from "@/lib/dashboards";
import { DashboardIdInput } from "@/lib/dashboards/schemas";
import { api } from "@/lib/http/api";

export const GET = api({
  params: DashboardIdInput,
  handler: ({ ctx, params }) => listPublicLinks(ctx, params),
});
