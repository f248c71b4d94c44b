import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { type DataSourceDto, DataSourceIdInput } from "@/lib/data-sources/schemas";
import { DATA_SOURCE_FIELDS, serializeDataSource } from "@/lib/data-sources/serialize";
import { withTransaction } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";

/** The workspace's sources by name. */
export async function listDataSources(ctx: RequestContext): Promise<DataSourceDto[]> {
  requirePermission(ctx, "data_source:read");
  const rows = await withTransaction(ctx, (tx) =>
    tx.dataSource.findMany({
      where: { workspaceId: ctx.workspace.id, deletedAt: null },
      select: DATA_SOURCE_FIELDS,
      orderBy: { name: "asc" },
    }),
  );
  return rows.map(serializeDataSource);
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
