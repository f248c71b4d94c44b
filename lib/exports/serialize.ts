import type { Prisma } from "@/lib/db";
import { type ExportDto, ExportFormat, ExportState } from "@/lib/exports/schemas";

export const EXPORT_FIELDS = {
  id: true,
  publicId: true,
  name: true,
  format: true,
  state: true,
  queryId: true,
  dataSourceId: true,
  dashboardId: true,
  progress: true,
  createdById: true,
  rows: true,
  bytes: true,
  fileName: true,
  error: true,
  cancelRequestedAt: true,
  createdAt: true,
  startedAt: true,
  finishedAt: true,
  expiresAt: true,
} as const satisfies Prisma.ResultExportSelect;

export type ExportRow = Prisma.ResultExportGetPayload<{ select: typeof EXPORT_FIELDS }>;

/** Names by id, of sources and of people. */
export type ExportNames = { sources: ReadonlyMap<string, string>; people: ReadonlyMap<string, string> };

export function serializeExport(row: ExportRow, names: ExportNames): ExportDto {
  return {
    id: row.id,
    publicId: row.publicId,
    name: row.name,
    format: ExportFormat.parse(row.format),
    state: ExportState.parse(row.state),
    queryId: row.queryId,
    dashboardId: row.dashboardId,
    origin: row.dashboardId ? "Dashboard" : (names.sources.get(row.dataSourceId ?? "") ?? ""),
    progress: row.dashboardId ? row.progress : null,
    requestedBy: names.people.get(row.createdById ?? "") ?? "",
    rows: Number(row.rows),
    bytes: Number(row.bytes),
    fileName: row.fileName,
    error: row.error,
    isCancelling: row.state === "RUNNING" && row.cancelRequestedAt !== null,
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    expiresAt: row.expiresAt?.toISOString() ?? null,
  };
}
