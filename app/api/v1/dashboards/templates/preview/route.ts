import { previewDashboardTemplate } from "@/lib/dashboards";
import { PreviewTemplateInput } from "@/lib/dashboards/templates/schemas";
import { api } from "@/lib/http/api";

export const POST = api({
  body: PreviewTemplateInput,
  handler: ({ ctx, body }) => previewDashboardTemplate(ctx, body),
});
