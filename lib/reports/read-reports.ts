import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import type { z } from "zod";
import { reportDto, visibleReports } from "./find-report";
import { ReportIdInput, type ReportDto, type ReportSummary } from "./schemas";
import { serializeReportSummary } from "./serialize";

const LIST_LIMIT = 500;

/** Every report the person may see, last changed first. */
export async function listReports(ctx: RequestContext): Promise<ReportSummary[]> {
  requirePermission(ctx, "report:read");
  return withTransaction(ctx, async (tx) => {
    const rows = await tx.reportDefinition.findMany({
      where: visibleReports(ctx),
      select: {
        id: true,
        name: true,
        description: true,
        type: true,
        ownerId: true,
        updatedAt: true,
        versions: { select: { number: true }, orderBy: { number: "desc" }, take: 1 },
        _count: { select: { schedules: { where: { deletedAt: null } } } },
      },
      orderBy: { updatedAt: "desc" },
      take: LIST_LIMIT,
    });
    const ownerIds = rows.flatMap((row) => row.ownerId ?? []);
    const owners = await tx.user.findMany({
      where: { id: { in: ownerIds } },
      select: { id: true, name: true },
    });
    const names = new Map(owners.map((owner) => [owner.id, owner.name]));
    return rows.map((row) =>
      serializeReportSummary(row, row.ownerId ? (names.get(row.ownerId) ?? null) : null),
    );
  });
}

export async function getReport(
  ctx: RequestContext,
  input: z.input<typeof ReportIdInput>,
): Promise<ReportDto> {
  requirePermission(ctx, "report:read");
  const { reportId } = ReportIdInput.parse(input);
  return withTransaction(ctx, (tx) => reportDto(tx, ctx, reportId));
}
