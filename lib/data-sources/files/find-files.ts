import type { RequestContext } from "@/lib/context";
import { FILE_LOAD_FIELDS } from "@/lib/data-sources/files/serialize";
import type { Tx } from "@/lib/db";
import { ConflictError, NotFoundError } from "@/lib/errors";

/** A source of kind FILES of the workspace. Throws NotFoundError, ConflictError for a source of another kind. */
export async function findFileSource(tx: Tx, ctx: RequestContext, dataSourceId: string) {
  const source = await tx.dataSource.findFirst({
    where: { id: dataSourceId, workspaceId: ctx.workspace.id, deletedAt: null },
    select: { id: true, name: true, kind: true },
  });
  if (!source) throw new NotFoundError("data source");
  if (source.kind !== "FILES")
    throw new ConflictError(
      `“${source.name}” is a server: files are uploaded to a source of uploaded files.`,
    );
  return source;
}

const LOAD_FIELDS = {
  ...FILE_LOAD_FIELDS,
  sha256: true,
  inspection: true,
  partKey: true,
  partBytes: true,
  runId: true,
  updatedAt: true,
} as const;

/** Throws NotFoundError, also for a load whose source was deleted. */
export async function findFileLoad(tx: Tx, ctx: RequestContext, loadId: string) {
  const row = await tx.fileLoad.findFirst({
    where: { id: loadId, workspaceId: ctx.workspace.id },
    select: LOAD_FIELDS,
  });
  if (!row) throw new NotFoundError("upload");
  await findFileSource(tx, ctx, row.dataSourceId);
  return row;
}

export type FoundLoad = Awaited<ReturnType<typeof findFileLoad>>;

/** Throws NotFoundError, also for a table whose source was deleted. */
export async function findFileTable(tx: Tx, ctx: RequestContext, tableId: string) {
  const row = await tx.fileTable.findFirst({
    where: { id: tableId, workspaceId: ctx.workspace.id, deletedAt: null },
  });
  if (!row) throw new NotFoundError("table");
  await findFileSource(tx, ctx, row.dataSourceId);
  return row;
}

/** Throws ConflictError while the file is on its way into a table, and when it is gone. */
export function requireWaiting(load: FoundLoad): string {
  if (load.state === "REQUESTED" || load.state === "LOADING")
    throw new ConflictError(`“${load.fileName}” is being loaded. Wait until it has ended.`);
  if (load.state === "LOADED" || load.uploadKey === null)
    throw new ConflictError(`“${load.fileName}” is not kept any more. Upload it again.`);
  return load.uploadKey;
}
