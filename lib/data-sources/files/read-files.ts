import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { findFileLoad, findFileSource, findFileTable } from "@/lib/data-sources/files/find-files";
import {
  FileLoadIdInput,
  type FileLoadDto,
  type FileLoadRequest,
  FileSourceInput,
  type FileTableDetailDto,
  type FileTableDto,
  FileTableIdInput,
  RequestLoadInput,
} from "@/lib/data-sources/files/schemas";
import {
  FILE_LOAD_FIELDS,
  FILE_TABLE_FIELDS,
  serializeFileTable,
  toFileLoadDto,
  toFileLoadDtos,
} from "@/lib/data-sources/files/serialize";
import { withTransaction } from "@/lib/db";

const HISTORY = 100;

/** The tables of a source of uploaded files, by name. */
export async function listFileTables(
  ctx: RequestContext,
  input: z.input<typeof FileSourceInput>,
): Promise<FileTableDto[]> {
  requirePermission(ctx, "data_source:read");
  const { dataSourceId } = FileSourceInput.parse(input);
  return withTransaction(ctx, async (tx) => {
    await findFileSource(tx, ctx, dataSourceId);
    const rows = await tx.fileTable.findMany({
      where: { workspaceId: ctx.workspace.id, dataSourceId, deletedAt: null },
      select: FILE_TABLE_FIELDS,
      orderBy: { name: "asc" },
    });
    return rows.map(serializeFileTable);
  });
}

export async function getFileTable(
  ctx: RequestContext,
  input: z.input<typeof FileTableIdInput>,
): Promise<FileTableDetailDto> {
  requirePermission(ctx, "data_source:read");
  const { tableId } = FileTableIdInput.parse(input);
  return withTransaction(ctx, async (tx) => {
    const table = await findFileTable(tx, ctx, tableId);
    const loads = await tx.fileLoad.findMany({
      where: { workspaceId: ctx.workspace.id, tableId },
      select: FILE_LOAD_FIELDS,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: HISTORY,
    });
    return { ...serializeFileTable(table), loads: await toFileLoadDtos(tx, loads) };
  });
}

/** Uploads and loads of a source, the newest first. */
export async function listFileLoads(
  ctx: RequestContext,
  input: z.input<typeof FileSourceInput>,
): Promise<FileLoadDto[]> {
  requirePermission(ctx, "data_source:read");
  const { dataSourceId } = FileSourceInput.parse(input);
  return withTransaction(ctx, async (tx) => {
    await findFileSource(tx, ctx, dataSourceId);
    const rows = await tx.fileLoad.findMany({
      where: { workspaceId: ctx.workspace.id, dataSourceId },
      select: FILE_LOAD_FIELDS,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: HISTORY,
    });
    return toFileLoadDtos(tx, rows);
  });
}

/** One load, to be asked again while it is under way. */
export async function getFileLoad(
  ctx: RequestContext,
  input: z.input<typeof FileLoadIdInput>,
): Promise<FileLoadDto> {
  requirePermission(ctx, "data_source:read");
  const { loadId } = FileLoadIdInput.parse(input);
  return withTransaction(ctx, async (tx) => toFileLoadDto(tx, await findFileLoad(tx, ctx, loadId)));
}

/** How a file was asked to be loaded the last time; null while nobody did. */
export async function getLoadRequest(
  ctx: RequestContext,
  input: z.input<typeof FileLoadIdInput>,
): Promise<FileLoadRequest | null> {
  requirePermission(ctx, "file:upload");
  const { loadId } = FileLoadIdInput.parse(input);
  const { request } = await withTransaction(ctx, (tx) => findFileLoad(tx, ctx, loadId));
  return RequestLoadInput.omit({ loadId: true }).safeParse(request).data ?? null;
}

/** What the job tells the person who uploaded the file, once it has ended; null before that. */
export async function loadOutcome(
  ctx: RequestContext,
  input: { loadId: string },
): Promise<{ load: FileLoadDto & { updatedAt: string }; uploaderId: string | null } | null> {
  const { loadId } = FileLoadIdInput.parse(input);
  return withTransaction(ctx, async (tx) => {
    const row = await findFileLoad(tx, ctx, loadId);
    if (row.state !== "LOADED" && row.state !== "FAILED") return null;
    const load = { ...(await toFileLoadDto(tx, row)), updatedAt: row.updatedAt.toISOString() };
    return { load, uploaderId: row.createdById };
  });
}
