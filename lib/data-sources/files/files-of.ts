import type { RequestContext } from "@/lib/context";
import type { OpenFiles } from "@/lib/data-sources/connectors";
import type { FileColumn } from "@/lib/data-sources/files/schemas";
import { withTransaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { storage } from "@/lib/storage";

/** The tables of a source of kind FILES with the local paths of their parts; tables that hold nothing yet are left out. */
export async function filesOf(ctx: RequestContext, dataSourceId: string): Promise<OpenFiles["tables"]> {
  const tables = await withTransaction(ctx, (tx) =>
    tx.fileTable.findMany({
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
    }),
  );
  return Promise.all(
    tables
      .filter(({ loads }) => loads.length > 0)
      .map(async ({ name, columns, rows, loads }) => ({
        name,
        columns: columns as FileColumn[],
        rows: Number(rows),
        paths: await Promise.all(loads.flatMap(({ partKey }) => (partKey ? [localPart(partKey, name)] : []))),
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
