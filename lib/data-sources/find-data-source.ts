import { createHash } from "node:crypto";
import type { RequestContext } from "@/lib/context";
import type { OpenSource } from "@/lib/data-sources/connectors";
import { unsealPassword } from "@/lib/data-sources/credentials";
import { filesOf } from "@/lib/data-sources/files/files-of";
import { ServerSettings, SourceKind } from "@/lib/data-sources/schemas";
import type { Prisma, Tx } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";

export type DataSourceRow = Prisma.DataSourceGetPayload<Record<string, never>>;

/** The whole row, with its sealed credentials: for verbs of this folder alone. Throws NotFoundError. */
export async function findDataSource(
  tx: Tx,
  ctx: RequestContext,
  dataSourceId: string,
): Promise<DataSourceRow> {
  const row = await tx.dataSource.findFirst({
    where: { id: dataSourceId, workspaceId: ctx.workspace.id, deletedAt: null },
  });
  if (!row) throw new NotFoundError("data source");
  return row;
}

/** Makes a source ready to be asked; the Parquet files of uploaded tables are local afterwards. */
export async function openSource(ctx: RequestContext, row: DataSourceRow): Promise<OpenSource> {
  const kind = SourceKind.parse(row.kind);
  const limits = {
    id: row.id,
    name: row.name,
    statementTimeoutMs: row.statementTimeoutMs,
    rowLimit: row.rowLimit,
    connectionLimit: row.connectionLimit,
  };
  if (kind === "FILES") {
    const tables = await filesOf(ctx, row.id);
    return { ...limits, kind, tables, fingerprint: fingerprint(tables) };
  }
  const settings = ServerSettings.parse(row.settings);
  return {
    ...limits,
    kind,
    settings,
    password: () => unsealPassword(row),
    fingerprint: fingerprint([kind, settings, row.encryptedCredentials, row.connectionLimit]),
  };
}

const fingerprint = (facts: unknown): string =>
  createHash("sha256").update(JSON.stringify(facts)).digest("hex");
