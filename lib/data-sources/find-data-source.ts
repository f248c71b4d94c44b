import { createHash } from "node:crypto";
import type { RequestContext } from "@/lib/context";
import type { OpenServer, OpenSource } from "@/lib/data-sources/connectors";
import { unsealPassword } from "@/lib/data-sources/credentials";
import { filesOf, localFiles } from "@/lib/data-sources/files/files-of";
import { ServerSettings, SourceKind } from "@/lib/data-sources/schemas";
import { type Prisma, type Tx, withTransaction } from "@/lib/db";
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

/** What asking a source takes. */
export type AskableRow = Pick<
  DataSourceRow,
  | "id"
  | "name"
  | "kind"
  | "settings"
  | "encryptedCredentials"
  | "statementTimeoutMs"
  | "rowLimit"
  | "connectionLimit"
  | "cacheSeconds"
  | "exportRowLimit"
>;

/**
 * The same for who asks. Written out, because every figure waits for it: the client takes twice as long to make the
 * same statement. Throws NotFoundError.
 */
export async function findAskable(tx: Tx, ctx: RequestContext, dataSourceId: string): Promise<AskableRow> {
  const [row] = await tx.$queryRaw<AskableRow[]>`
    SELECT id, name, kind, settings, encrypted_credentials AS "encryptedCredentials",
      statement_timeout_ms AS "statementTimeoutMs", row_limit AS "rowLimit", connection_limit AS "connectionLimit",
      cache_seconds AS "cacheSeconds", export_row_limit AS "exportRowLimit"
    FROM data_sources
    WHERE id = ${dataSourceId}::uuid AND workspace_id = ${ctx.workspace.id}::uuid AND deleted_at IS NULL`;
  if (!row) throw new NotFoundError("data source");
  return row;
}

/** What is known of a source without asking it; `open` makes it ready to be asked. */
export type KnownSource = Omit<OpenServer, "kind" | "settings" | "password"> & {
  kind: SourceKind;
  open(): Promise<OpenSource>;
};

/** Reads what a source's answers depend on. `open` brings the parts of uploaded tables here. */
export async function knownSource(tx: Tx, ctx: RequestContext, row: AskableRow): Promise<KnownSource> {
  const kind = SourceKind.parse(row.kind);
  const limits = {
    id: row.id,
    name: row.name,
    statementTimeoutMs: row.statementTimeoutMs,
    rowLimit: row.rowLimit,
    connectionLimit: row.connectionLimit,
  };
  if (kind === "FILES") {
    const tables = await filesOf(tx, ctx, row.id);
    const known = { ...limits, kind, fingerprint: fingerprint(tables) };
    return { ...known, open: async () => ({ ...known, tables: await localFiles(tables) }) };
  }
  const settings = ServerSettings.parse(row.settings);
  const known = {
    ...limits,
    kind,
    fingerprint: fingerprint([kind, settings, row.encryptedCredentials, row.connectionLimit]),
  };
  return {
    ...known,
    open: () => Promise.resolve({ ...known, settings, password: () => unsealPassword(row) }),
  };
}

/** Makes a source ready to be asked; the Parquet files of uploaded tables are local afterwards. */
export async function openSource(ctx: RequestContext, row: DataSourceRow): Promise<OpenSource> {
  const known = await withTransaction(ctx, (tx) => knownSource(tx, ctx, row));
  return known.open();
}

const fingerprint = (facts: unknown): string =>
  createHash("sha256").update(JSON.stringify(facts)).digest("hex");
