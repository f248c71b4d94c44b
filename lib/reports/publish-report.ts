import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { InvalidInputError, NotFoundError } from "@/lib/errors";
import { findReport, reportDto, requireQueries } from "./find-report";
import { requireNoReader } from "./require-no-reader";
import { PublishReportInput, ReportDocument, type ReportDto, RestoreReportVersionInput } from "./schemas";

/** Makes the draft the next version. Schedules that follow the latest send it from their next run on. */
export async function publishReport(
  ctx: RequestContext,
  input: z.input<typeof PublishReportInput>,
): Promise<ReportDto> {
  requirePermission(ctx, "report:update");
  const { reportId, changeNote } = PublishReportInput.parse(input);
  return withTransaction(ctx, async (tx) => {
    // Locked, so that two people publishing at once make versions 4 and 5, not two times 4.
    await tx.$queryRaw`SELECT 1 FROM report_definitions WHERE workspace_id = ${ctx.workspace.id}::uuid AND id = ${reportId}::uuid FOR UPDATE`;
    const report = await findReport(tx, ctx, reportId);
    const document = ReportDocument.parse(report.draft);
    if (document.blocks.length === 0)
      throw new InvalidInputError("The report is empty. Add at least one block, then publish it.");
    await requireQueries(tx, ctx, document, document);
    await requireNoReader(tx, ctx, document);
    const number = (report.versions[0]?.number ?? 0) + 1;
    await tx.reportVersion.create({
      data: {
        workspaceId: ctx.workspace.id,
        reportId: report.id,
        number,
        document,
        changeNote,
        authorId: ctx.actor.kind === "user" ? ctx.actor.userId : null,
        authorName: ctx.actor.name,
        createdAt: ctx.now(),
      },
    });
    await emitAudit(tx, ctx, {
      action: "report.publish",
      entityId: report.id,
      after: { number, changeNote },
    });
    return reportDto(tx, ctx, report.id);
  });
}

/** Puts an earlier version back into the draft; nothing is published by it. */
export async function restoreReportVersion(
  ctx: RequestContext,
  input: z.input<typeof RestoreReportVersionInput>,
): Promise<ReportDto> {
  requirePermission(ctx, "report:update");
  const { reportId, number } = RestoreReportVersionInput.parse(input);
  return withTransaction(ctx, async (tx) => {
    const report = await findReport(tx, ctx, reportId);
    const version = report.versions.find((entry) => entry.number === number);
    if (!version) throw new NotFoundError("version");
    await tx.reportDefinition.update({
      where: { workspaceId_id: { workspaceId: ctx.workspace.id, id: report.id } },
      data: { draft: ReportDocument.parse(version.document), draftRevision: { increment: 1 } },
    });
    await emitAudit(tx, ctx, { action: "report.restore", entityId: report.id, after: { number } });
    return reportDto(tx, ctx, report.id);
  });
}
