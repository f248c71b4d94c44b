import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { findDashboard } from "@/lib/dashboards/find-dashboard";
import { loadDashboardDto } from "@/lib/dashboards/serialize";
import { requireEdit } from "@/lib/dashboards/sharing/access";
import { withTransaction, withUniqueName } from "@/lib/db";
import { templateFields } from "./find-template";
import { SaveAsTemplateInput, type TemplateDocument, type WorkspaceTemplateDto } from "./schemas";
import { serializeTemplates } from "./serialize";

/**
 * Keeps a copy of a dashboard, as it is published, for everybody in the workspace who makes dashboards. Its queries keep
 * to whom they are shared. Throws NotFoundError, ForbiddenError, and ConflictError when the name is taken.
 */
export async function saveAsTemplate(
  ctx: RequestContext,
  input: z.input<typeof SaveAsTemplateInput>,
): Promise<WorkspaceTemplateDto> {
  requirePermission(ctx, "dashboard:update");
  const { dashboardId, name, description } = SaveAsTemplateInput.parse(input);

  return withTransaction(ctx, async (tx) => {
    const dashboard = await findDashboard(tx, ctx, dashboardId);
    await requireEdit(tx, ctx, dashboard);
    const { filters, settings, widgets } = await loadDashboardDto(tx, ctx, dashboard);
    const document: TemplateDocument = { schemaVersion: 1, filters, settings, widgets };
    const row = await withUniqueName("template", name, () =>
      tx.dashboardTemplate.create({
        data: {
          workspaceId: ctx.workspace.id,
          name,
          description,
          document,
          authorId: ctx.actor.kind === "user" ? ctx.actor.userId : null,
          createdAt: ctx.now(),
        },
        select: templateFields,
      }),
    );
    await emitAudit(tx, ctx, {
      action: "dashboard_template.create",
      entityId: row.id,
      after: { name, description, dashboardId },
    });
    const [template] = await serializeTemplates(tx, ctx, [row]);
    if (!template) throw new Error("The template that was saved is not there.");
    return template;
  });
}
