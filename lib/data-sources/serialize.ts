import { type DataSourceDto, DataSourceState, ServerSettings, SourceKind } from "@/lib/data-sources/schemas";
import type { Prisma } from "@/lib/db";

/** Everything that may leave the server; the credentials are not among it. */
export const DATA_SOURCE_FIELDS = {
  id: true,
  name: true,
  kind: true,
  settings: true,
  state: true,
  lastError: true,
  lastCheckedAt: true,
  statementTimeoutMs: true,
  rowLimit: true,
  connectionLimit: true,
  cacheSeconds: true,
  exportRowLimit: true,
  updatedAt: true,
} as const satisfies Prisma.DataSourceSelect;

type Row = Prisma.DataSourceGetPayload<{ select: typeof DATA_SOURCE_FIELDS }>;

export function serializeDataSource(row: Row): DataSourceDto {
  const kind = SourceKind.parse(row.kind);
  return {
    id: row.id,
    name: row.name,
    kind,
    settings: kind === "FILES" ? null : ServerSettings.parse(row.settings),
    state: DataSourceState.parse(row.state),
    lastError: row.lastError,
    lastCheckedAt: row.lastCheckedAt?.toISOString() ?? null,
    statementTimeoutMs: row.statementTimeoutMs,
    rowLimit: row.rowLimit,
    connectionLimit: row.connectionLimit,
    cacheSeconds: row.cacheSeconds,
    exportRowLimit: row.exportRowLimit,
    updatedAt: row.updatedAt.toISOString(),
  };
}
