import type { RequestContext } from "@/lib/context";
import type { Prisma, Tx } from "@/lib/db";
import { InvalidInputError, NotFoundError } from "@/lib/errors";
import type { ReportDocument, ReportDto } from "./schemas";
import { serializeReport } from "./serialize";

const REPORT_FIELDS = {
  id: true,
  name: true,
  description: true,
  type: true,
  draft: true,
  draftRevision: true,
  ownerId: true,
  updatedAt: true,
  versions: {
    select: { number: true, document: true, changeNote: true, authorName: true, createdAt: true },
    orderBy: { number: "desc" },
  },
} satisfies Prisma.ReportDefinitionSelect;

/** Live reports that the person may see: the workspace's, and private ones of their own. */
export function visibleReports(ctx: RequestContext): Prisma.ReportDefinitionWhereInput {
  const live = { workspaceId: ctx.workspace.id, deletedAt: null };
  if (ctx.actor.kind === "system") return live;
  return { ...live, OR: [{ visibility: "WORKSPACE" }, { ownerId: ctx.actor.userId }] };
}

/** Throws NotFoundError for a missing, deleted, hidden or foreign report alike. */
export async function findReport(tx: Tx, ctx: RequestContext, reportId: string) {
  const report = await tx.reportDefinition.findFirst({
    where: { ...visibleReports(ctx), id: reportId },
    select: REPORT_FIELDS,
  });
  if (!report) throw new NotFoundError("report");
  return report;
}

export async function reportDto(tx: Tx, ctx: RequestContext, reportId: string): Promise<ReportDto> {
  const report = await findReport(tx, ctx, reportId);
  const owner = report.ownerId
    ? await tx.user.findUnique({ where: { id: report.ownerId }, select: { name: true } })
    : null;
  return serializeReport(report, owner?.name ?? null);
}

/** Every query id that a document names, once. */
export function queryIdsOf(document: ReportDocument): string[] {
  const ids = document.blocks.flatMap((block) => {
    if (block.kind === "metrics") return block.items.map((item) => item.queryId);
    return block.kind === "chart" || block.kind === "table" ? [block.queryId] : [];
  });
  return [...new Set(ids)];
}

/** A document may only name queries of its own workspace. */
export async function requireQueries(tx: Tx, ctx: RequestContext, document: ReportDocument): Promise<void> {
  const ids = queryIdsOf(document);
  const found = await tx.query.count({
    where: { workspaceId: ctx.workspace.id, id: { in: ids }, deletedAt: null },
  });
  if (found !== ids.length)
    throw new InvalidInputError(
      `${ids.length - found} of the report's queries no longer exist. Choose another query for the blocks that show an error.`,
    );
}
