import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { withTransaction, withUniqueName } from "@/lib/db";
import { reportDto, requireQueries } from "./find-report";
import { CreateReportInput, ReportDocument, type ReportDto } from "./schemas";

/** A new report with a title block, as a draft. */
export async function createReport(
  ctx: RequestContext,
  input: z.input<typeof CreateReportInput>,
): Promise<ReportDto> {
  requirePermission(ctx, "report:create");
  const { name, description } = CreateReportInput.parse(input);
  const document = ReportDocument.parse({
    blocks: [{ id: "heading-1", kind: "heading", level: 1, text: "Summary" }],
  });
  return insertReport(ctx, { name, description, document });
}

/** Shared by the ways to make a report; the caller has checked the permission. */
export async function insertReport(
  ctx: RequestContext,
  input: { name: string; description: string; document: ReportDocument; sourceDashboardId?: string },
): Promise<ReportDto> {
  return withUniqueName("report", input.name, () =>
    withTransaction(ctx, async (tx) => {
      await requireQueries(tx, ctx, input.document);
      const report = await tx.reportDefinition.create({
        data: {
          workspaceId: ctx.workspace.id,
          name: input.name,
          description: input.description,
          type: input.sourceDashboardId ? "DASHBOARD" : "CUSTOM",
          draft: input.document,
          ownerId: ctx.actor.kind === "user" ? ctx.actor.userId : null,
          sourceDashboardId: input.sourceDashboardId,
        },
      });
      await emitAudit(tx, ctx, {
        action: "report.create",
        entityId: report.id,
        after: { name: report.name },
      });
      return reportDto(tx, ctx, report.id);
    }),
  );
}
