import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { ConflictError } from "@/lib/errors";
import { findReport } from "./find-report";
import { ReportIdInput } from "./schemas";

/** Deletes a report that no schedule sends; what was sent stays on record. */
export async function deleteReport(
  ctx: RequestContext,
  input: z.input<typeof ReportIdInput>,
): Promise<{ id: string }> {
  requirePermission(ctx, "report:delete");
  const { reportId } = ReportIdInput.parse(input);
  return withTransaction(ctx, async (tx) => {
    const report = await findReport(tx, ctx, reportId);
    const schedules = await tx.reportSchedule.findMany({
      where: { workspaceId: ctx.workspace.id, reportId: report.id, deletedAt: null },
      select: { name: true },
    });
    if (schedules.length > 0)
      throw new ConflictError(
        `"${report.name}" is sent by ${schedules.map((schedule) => `"${schedule.name}"`).join(", ")}. Delete or change ${schedules.length === 1 ? "that schedule" : "those schedules"} first.`,
      );
    await tx.reportDefinition.update({
      where: { workspaceId_id: { workspaceId: ctx.workspace.id, id: report.id } },
      data: { deletedAt: ctx.now() },
    });
    await emitAudit(tx, ctx, { action: "report.delete", entityId: report.id, before: { name: report.name } });
    return { id: report.id };
  });
}
