import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { type DataSourceDto, DataSourceIdInput, type DataSourceSummary } from "@/lib/data-sources/schemas";
import { DATA_SOURCE_FIELDS, serializeDataSource } from "@/lib/data-sources/serialize";
import { withTransaction } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";

/** The workspace's sources by name. */
export async function listDataSources(ctx: RequestContext): Promise<DataSourceSummary[]> {
  requirePermission(ctx, "data_source:read");
  const [rows, uploaded] = await withTransaction(ctx, async (tx) => [
    await tx.dataSource.findMany({
      where: { workspaceId: ctx.workspace.id, deletedAt: null },
      select: DATA_SOURCE_FIELDS,
      orderBy: { name: "asc" },
    }),
    await tx.fileTable.groupBy({
      by: ["dataSourceId"],
      where: { workspaceId: ctx.workspace.id, deletedAt: null },
      _count: true,
      _sum: { rows: true },
    }),
  ]);
  const contents = new Map(
    uploaded.map(({ dataSourceId, _count, _sum }) => [
      dataSourceId,
      { tables: _count, rows: Number(_sum.rows ?? 0) },
    ]),
  );
  return rows.map((row) => {
    const dto = serializeDataSource(row);
    const isFiles = dto.kind === "FILES";
    return { ...dto, contents: isFiles ? (contents.get(row.id) ?? { tables: 0, rows: 0 }) : null };
  });
}

export async function getDataSource(
  ctx: RequestContext,
  input: z.input<typeof DataSourceIdInput>,
): Promise<DataSourceDto> {
  requirePermission(ctx, "data_source:read");
  const { dataSourceId } = DataSourceIdInput.parse(input);
  const row = await withTransaction(ctx, (tx) =>
    tx.dataSource.findFirst({
      where: { id: dataSourceId, workspaceId: ctx.workspace.id, deletedAt: null },
      select: DATA_SOURCE_FIELDS,
    }),
  );
  if (!row) throw new NotFoundError("data source");
  return serializeDataSource(row);
}
