import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { templateFields } from "./find-template";
import type { WorkspaceTemplateDto } from "./schemas";
import { serializeTemplates } from "./serialize";

/** What the people of the workspace saved to begin from, by name. */
export async function listWorkspaceTemplates(ctx: RequestContext): Promise<WorkspaceTemplateDto[]> {
  requirePermission(ctx, "dashboard:create");
  return withTransaction(ctx, async (tx) => {
    const rows = await tx.dashboardTemplate.findMany({
      where: { workspaceId: ctx.workspace.id },
      select: templateFields,
      orderBy: { name: "asc" },
    });
    return serializeTemplates(tx, ctx, rows);
  });
}
