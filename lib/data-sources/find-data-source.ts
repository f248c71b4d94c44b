import { createHash } from "node:crypto";
import type { RequestContext } from "@/lib/context";
import type { OpenSource } from "@/lib/data-sources/connectors";
import { unsealPassword } from "@/lib/data-sources/credentials";
import { PostgresSettings } from "@/lib/data-sources/schemas";
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

export function toOpenSource(row: DataSourceRow): OpenSource {
  const settings = PostgresSettings.parse(row.settings);
  return {
    id: row.id,
    name: row.name,
    fingerprint: createHash("sha256")
      .update(JSON.stringify([settings, row.encryptedCredentials, row.connectionLimit]))
      .digest("hex"),
    settings,
    password: () => unsealPassword(row),
    statementTimeoutMs: row.statementTimeoutMs,
    rowLimit: row.rowLimit,
    connectionLimit: row.connectionLimit,
  };
}
