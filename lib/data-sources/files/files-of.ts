import type { RequestContext } from "@/lib/context";
import type { OpenFiles } from "@/lib/data-sources/connectors";
import type { FileColumn } from "@/lib/data-sources/files/schemas";
import type { Tx } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { storage } from "@/lib/storage";

export type FilesTable = { name: string; columns: FileColumn[]; rows: number; partKeys: string[] };

/** The tables of a source of kind FILES and where their parts are kept; tables that hold nothing yet are left out. */
export async function filesOf(tx: Tx, ctx: RequestContext, dataSourceId: string): Promise<FilesTable[]> {
  const tables = await tx.fileTable.findMany({
    where: { workspaceId: ctx.workspace.id, dataSourceId, deletedAt: null },
    select: {
      name: true,
      columns: true,
      rows: true,
      loads: {
        where: { state: "LOADED", partKey: { not: null }, partBytes: { not: null } },
        orderBy: [{ loadedAt: "asc" }, { id: "asc" }],
        select: { partKey: true },
      },
    },
    orderBy: { name: "asc" },
  });
  return tables
    .filter(({ loads }) => loads.length > 0)
    .map(({ name, columns, rows, loads }) => ({
      name,
      columns: columns as FileColumn[],
      rows: Number(rows),
      partKeys: loads.flatMap(({ partKey }) => partKey ?? []),
    }));
}

/** The same with local paths; parts that are not here yet are fetched. Throws AppError source_unreachable. */
export function localFiles(tables: FilesTable[]): Promise<OpenFiles["tables"]> {
  return Promise.all(
    tables.map(async ({ partKeys, ...table }) => ({
      ...table,
      paths: await Promise.all(partKeys.map((key) => localPart(key, table.name))),
    })),
  );
}

async function localPart(partKey: string, tableName: string): Promise<string> {
  try {
    return await storage().localPath(partKey);
  } catch (error) {
    throw new AppError(
      "source_unreachable",
      `The stored rows of the table “${tableName}” cannot be read. Upload its file again, or restore the storage.`,
      { step: "connect" },
      { cause: error },
    );
  }
}
