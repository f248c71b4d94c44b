import { previewWorkspaceTemplate } from "@/lib/dashboards";
import { PreviewWorkspaceTemplateInput } from "@/lib/dashboards/workspace-templates/schemas";
import { api } from "@/lib/http/api";

export const POST = api({
  body: PreviewWorkspaceTemplateInput,
  handler: ({ ctx, body }) => previewWorkspaceTemplate(ctx, body),
});
