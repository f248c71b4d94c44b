import type { RequestContext } from "@/lib/context";
import type { Prisma, Tx } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import type { ExportDto } from "@/lib/exports/schemas";
import { EXPORT_FIELDS, type ExportRow, serializeExport } from "@/lib/exports/serialize";

/**
 * People see what they asked for themselves; admins answer for all results, but for other people's private queries.
 * Which dashboards they may see is another matter: files of those are their own alone.
 */
export async function visibleExports(tx: Tx, ctx: RequestContext): Promise<Prisma.ResultExportWhereInput> {
  const { actor } = ctx;
  const workspaceId = ctx.workspace.id;
  if (actor.kind === "system") return { workspaceId };
  if (actor.kind === "link") return { workspaceId, id: { in: [] } };
  const mine = { createdById: actor.userId };
  if (actor.role !== "ADMIN" && actor.role !== "OWNER") return { workspaceId, ...mine };
  const hidden = await tx.query.findMany({
    where: {
      workspaceId,
      visibility: "PRIVATE",
      OR: [{ ownerId: null }, { ownerId: { not: actor.userId } }],
    },
    select: { id: true },
  });
  const ofResults = { dashboardId: null };
  const others = { ...ofResults, queryId: { notIn: hidden.map(({ id }) => id) } };
  return { workspaceId, OR: [mine, { ...ofResults, queryId: null }, others] };
}

/** Throws NotFoundError for a foreign, unknown or somebody else's id. */
export async function findExport(tx: Tx, ctx: RequestContext, exportId: string): Promise<ExportRow> {
  const row = await tx.resultExport.findFirst({
    where: { AND: [{ id: exportId }, await visibleExports(tx, ctx)] },
    select: EXPORT_FIELDS,
  });
  if (!row) throw new NotFoundError("export");
  return row;
}

/** Rows to DTOs, with the names of their sources and people. */
export async function toExportDtos(tx: Tx, ctx: RequestContext, rows: ExportRow[]): Promise<ExportDto[]> {
  const sources = await tx.dataSource.findMany({
    where: {
      workspaceId: ctx.workspace.id,
      id: { in: rows.flatMap(({ dataSourceId }) => dataSourceId ?? []) },
    },
    select: { id: true, name: true },
  });
  const people = await tx.user.findMany({
    where: { id: { in: rows.flatMap(({ createdById }) => createdById ?? []) } },
    select: { id: true, name: true },
  });
  const nameById = (entries: { id: string; name: string }[]) =>
    new Map(entries.map(({ id, name }) => [id, name]));
  const names = { sources: nameById(sources), people: nameById(people) };
  return rows.map((row) => serializeExport(row, names));
}

export async function toExportDto(tx: Tx, ctx: RequestContext, row: ExportRow): Promise<ExportDto> {
  const [dto] = await toExportDtos(tx, ctx, [row]);
  if (!dto) throw new Error("One row made no DTO.");
  return dto;
}
