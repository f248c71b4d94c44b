import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { findTemplate, requireAuthor } from "./find-template";
import { WorkspaceTemplateIdInput } from "./schemas";

/** Takes a template away for good; dashboards that were made of it stay. Throws NotFoundError, ForbiddenError. */
export async function deleteWorkspaceTemplate(
  ctx: RequestContext,
  input: z.input<typeof WorkspaceTemplateIdInput>,
): Promise<{ id: string; name: string }> {
  requirePermission(ctx, "dashboard:delete");
  const { templateId } = WorkspaceTemplateIdInput.parse(input);

  return withTransaction(ctx, async (tx) => {
    const { id, name, description, authorId } = await findTemplate(tx, ctx, templateId);
    requireAuthor(ctx, { authorId });
    await tx.dashboardTemplate.deleteMany({ where: { id, workspaceId: ctx.workspace.id } });
    await emitAudit(tx, ctx, {
      action: "dashboard_template.delete",
      entityId: id,
      before: { name, description },
    });
    return { id, name };
  });
}
