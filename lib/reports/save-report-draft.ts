import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { withTransaction, withUniqueName } from "@/lib/db";
import { ConflictError } from "@/lib/errors";
import { findReport, reportDto, requireQueries } from "./find-report";
import { ReportDocument, type ReportDto, SaveReportDraftInput } from "./schemas";

/** Saves the draft if nobody saved another meanwhile; ConflictError leaves the newer one untouched. */
export async function saveReportDraft(
  ctx: RequestContext,
  input: z.input<typeof SaveReportDraftInput>,
): Promise<ReportDto> {
  requirePermission(ctx, "report:update");
  const { reportId, expectedRevision, name, description, document } = SaveReportDraftInput.parse(input);
  return withUniqueName("report", name, () =>
    withTransaction(ctx, async (tx) => {
      const before = await findReport(tx, ctx, reportId);
      await requireQueries(tx, ctx, document, ReportDocument.parse(before.draft));
      const { count } = await tx.reportDefinition.updateMany({
        where: { workspaceId: ctx.workspace.id, id: before.id, draftRevision: expectedRevision },
        data: { name, description, draft: document, draftRevision: { increment: 1 } },
      });
      if (count === 0)
        throw new ConflictError(
          "Somebody else saved this report while you were editing. Your changes are still here: copy what you need, reload to see theirs, and save again.",
          { currentRevision: before.draftRevision },
        );
      await emitAudit(tx, ctx, {
        action: "report.update",
        entityId: before.id,
        before: { name: before.name, revision: before.draftRevision },
        after: { name, revision: expectedRevision + 1 },
      });
      return reportDto(tx, ctx, before.id);
    }),
  );
}
