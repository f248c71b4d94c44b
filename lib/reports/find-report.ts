import type { RequestContext } from "@/lib/context";
import type { Prisma, Tx } from "@/lib/db";
import { InvalidInputError, NotFoundError } from "@/lib/errors";
import { findSeenQueries } from "@/lib/queries";
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
  if (ctx.actor.kind === "link") return { AND: [live, { id: { in: [] } }] };
  return { ...live, OR: [{ visibility: "WORKSPACE" }, { ownerId: ctx.actor.userId }] };
}

/** Throws NotFoundError for a missing, deleted, hidden or foreign report alike. */
export async function findReport(tx: Tx, ctx: RequestContext, reportId: string) {
  const report = await tx.reportDefinition.findFirst({
    where: { AND: [visibleReports(ctx), { id: reportId }] },
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
  return [...new Set(figuresOf(document).map(({ queryId }) => queryId))];
}

type Figure = { queryId: string; parameters: unknown; visual: unknown };

function figuresOf(document: ReportDocument): Figure[] {
  return document.blocks.flatMap((block): Figure[] => {
    if (block.kind === "metrics") return block.items;
    return block.kind === "chart" || block.kind === "table" ? [block] : [];
  });
}

/** Parsed documents have their keys in one order, but for the names people gave. */
const asWritten = ({ queryId, parameters, visual }: Figure): string =>
  JSON.stringify([queryId, parameters, visual]);

/**
 * A report is made for nobody in particular, so that whoever writes one must see the queries it names: otherwise its
 * files would tell what their owners do not share. Figures that stand in `before` stay, exactly as they are. Throws
 * InvalidInputError.
 */
export async function requireQueries(
  tx: Tx,
  ctx: RequestContext,
  document: ReportDocument,
  before?: ReportDocument,
): Promise<void> {
  const live = await tx.query.findMany({
    where: { workspaceId: ctx.workspace.id, id: { in: queryIdsOf(document) }, deletedAt: null },
    select: { id: true },
  });
  const kept = new Set(before ? figuresOf(before).map(asWritten) : []);
  const seen = await findSeenQueries(
    tx,
    ctx,
    live.map(({ id }) => id),
  );
  const alive = new Set(live.map(({ id }) => id));
  const missing = figuresOf(document).filter(
    (figure) => !seen.has(figure.queryId) && !(alive.has(figure.queryId) && kept.has(asWritten(figure))),
  );
  const count = new Set(missing.map(({ queryId }) => queryId)).size;
  if (count > 0)
    throw new InvalidInputError(
      `${count} of the report's queries no longer exist, or you cannot see them. Choose another query for the blocks that show an error, and leave other people's figures as they are.`,
    );
}
