import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { withTransaction, withUniqueName } from "@/lib/db";
import { findTemplate, requireAuthor } from "./find-template";
import { RenameWorkspaceTemplateInput } from "./schemas";

/** Gives a template another name and description. Throws NotFoundError, ForbiddenError, ConflictError. */
export async function renameWorkspaceTemplate(
  ctx: RequestContext,
  input: z.input<typeof RenameWorkspaceTemplateInput>,
): Promise<{ id: string; name: string; description: string }> {
  requirePermission(ctx, "dashboard:update");
  const { templateId, name, description } = RenameWorkspaceTemplateInput.parse(input);

  return withTransaction(ctx, async (tx) => {
    const before = await findTemplate(tx, ctx, templateId);
    requireAuthor(ctx, before);
    const after = await withUniqueName("template", name, () =>
      tx.dashboardTemplate.update({
        where: { id: before.id, workspaceId: ctx.workspace.id },
        data: { name, description },
        select: { id: true, name: true, description: true },
      }),
    );
    await emitAudit(tx, ctx, {
      action: "dashboard_template.rename",
      entityId: before.id,
      before: { name: before.name, description: before.description },
      after: { name, description },
    });
    return after;
  });
}
