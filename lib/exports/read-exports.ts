import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { findExport, toExportDto, toExportDtos, visibleExports } from "@/lib/exports/find-export";
import { type ExportDto, ExportIdInput } from "@/lib/exports/schemas";
import { EXPORT_FIELDS } from "@/lib/exports/serialize";

const SHOWN = 100;

/** The latest exports of the person who asks, newest first; admins see everybody's. */
export async function listExports(ctx: RequestContext): Promise<ExportDto[]> {
  requirePermission(ctx, "export:read");
  return withTransaction(ctx, async (tx) => {
    const rows = await tx.resultExport.findMany({
      where: await visibleExports(tx, ctx),
      select: EXPORT_FIELDS,
      orderBy: { createdAt: "desc" },
      take: SHOWN,
    });
    return toExportDtos(tx, ctx, rows);
  });
}

/** How far an export is. Throws NotFoundError. */
export async function getExport(
  ctx: RequestContext,
  input: z.input<typeof ExportIdInput>,
): Promise<ExportDto> {
  requirePermission(ctx, "export:read");
  const { exportId } = ExportIdInput.parse(input);
  return withTransaction(ctx, async (tx) => toExportDto(tx, ctx, await findExport(tx, ctx, exportId)));
}
