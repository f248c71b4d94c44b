import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { ConflictError } from "@/lib/errors";
import { findExport, toExportDto } from "@/lib/exports/find-export";
import { type ExportDto, ExportIdInput } from "@/lib/exports/schemas";
import { EXPORT_FIELDS } from "@/lib/exports/serialize";

/** Stops an export: at once when it waits, within about a second when it runs. Throws ConflictError when it has ended. */
export async function cancelExport(
  ctx: RequestContext,
  input: z.input<typeof ExportIdInput>,
): Promise<ExportDto> {
  requirePermission(ctx, "export:read");
  const { exportId } = ExportIdInput.parse(input);
  const workspaceId = ctx.workspace.id;

  return withTransaction(ctx, async (tx) => {
    const before = await findExport(tx, ctx, exportId);
    const now = ctx.now();
    const [waiting] = await tx.resultExport.updateManyAndReturn({
      where: { id: before.id, workspaceId, state: "PENDING" },
      data: { state: "CANCELLED", cancelRequestedAt: now, finishedAt: now, error: "Cancelled." },
      select: EXPORT_FIELDS,
    });
    const [running] = waiting
      ? []
      : await tx.resultExport.updateManyAndReturn({
          where: { id: before.id, workspaceId, state: "RUNNING" },
          data: { cancelRequestedAt: now },
          select: EXPORT_FIELDS,
        });
    const row = waiting ?? running;
    if (!row) throw new ConflictError("This export has ended already.");
    await emitAudit(tx, ctx, { action: "export.cancel", entityId: row.id, before: { state: before.state } });
    return toExportDto(tx, ctx, row);
  });
}
