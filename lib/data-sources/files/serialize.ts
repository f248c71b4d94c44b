import {
  type FileColumn,
  FileFormat,
  type FileLoadDto,
  FileLoadState,
  type FileTableDto,
  Misfit,
  RequestLoadInput,
} from "@/lib/data-sources/files/schemas";
import type { Prisma, Tx } from "@/lib/db";

export const FILE_LOAD_FIELDS = {
  id: true,
  dataSourceId: true,
  fileName: true,
  format: true,
  bytes: true,
  state: true,
  progress: true,
  rows: true,
  emptiedCells: true,
  error: true,
  request: true,
  uploadKey: true,
  createdById: true,
  createdAt: true,
  loadedAt: true,
  table: { select: { id: true, name: true, deletedAt: true } },
} as const satisfies Prisma.FileLoadSelect;

export const FILE_TABLE_FIELDS = {
  id: true,
  dataSourceId: true,
  name: true,
  columns: true,
  rows: true,
  bytes: true,
  version: true,
  createdAt: true,
  updatedAt: true,
} as const satisfies Prisma.FileTableSelect;

export type FileLoadRow = Prisma.FileLoadGetPayload<{ select: typeof FILE_LOAD_FIELDS }>;
type FileTableRow = Prisma.FileTableGetPayload<{ select: typeof FILE_TABLE_FIELDS }>;

const Target = RequestLoadInput.shape.target;

/** Rows to DTOs, with the names of the people who uploaded them. */
export async function toFileLoadDtos(tx: Tx, rows: FileLoadRow[]): Promise<FileLoadDto[]> {
  const people = await tx.user.findMany({
    where: { id: { in: rows.flatMap(({ createdById }) => createdById ?? []) } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return rows.map((row) => serializeFileLoad(row, names.get(row.createdById ?? "") ?? null));
}

export async function toFileLoadDto(tx: Tx, row: FileLoadRow): Promise<FileLoadDto> {
  const [dto] = await toFileLoadDtos(tx, [row]);
  if (!dto) throw new Error("One row made no DTO.");
  return dto;
}

function serializeFileLoad(row: FileLoadRow, createdBy: string | null): FileLoadDto {
  const request = row.request as { target?: unknown; misfit?: unknown } | null;
  const target = Target.safeParse(request?.target);
  const misfit = Misfit.safeParse(request?.misfit);
  const state = FileLoadState.parse(row.state);
  return {
    id: row.id,
    dataSourceId: row.dataSourceId,
    fileName: row.fileName,
    format: FileFormat.parse(row.format),
    bytes: Number(row.bytes),
    state,
    progress: row.progress,
    rows: row.rows === null ? null : Number(row.rows),
    emptiedCells: Number(row.emptiedCells),
    error: row.error,
    misfit: state === "FAILED" && misfit.success ? misfit.data : null,
    mode: target.success ? target.data.mode : null,
    table: row.table && row.table.deletedAt === null ? { id: row.table.id, name: row.table.name } : null,
    canLoad: row.uploadKey !== null && (state === "UPLOADED" || state === "FAILED"),
    createdBy,
    createdAt: row.createdAt.toISOString(),
    loadedAt: row.loadedAt?.toISOString() ?? null,
  };
}

export function serializeFileTable(row: FileTableRow): FileTableDto {
  return {
    id: row.id,
    dataSourceId: row.dataSourceId,
    name: row.name,
    columns: row.columns as FileColumn[],
    rows: Number(row.rows),
    bytes: Number(row.bytes),
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
