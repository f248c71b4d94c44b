import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { connectorFor } from "@/lib/data-sources/connectors";
import { findDataSource, toOpenSource } from "@/lib/data-sources/find-data-source";
import { DataSourceIdInput, type SchemaTable } from "@/lib/data-sources/schemas";
import { withTransaction } from "@/lib/db";

/** The tables and columns the source's user may read, asked of the source now. Throws AppError source_unreachable. */
export async function describeDataSource(
  ctx: RequestContext,
  input: z.input<typeof DataSourceIdInput>,
): Promise<SchemaTable[]> {
  requirePermission(ctx, "data_source:read");
  const { dataSourceId } = DataSourceIdInput.parse(input);
  const row = await withTransaction(ctx, (tx) => findDataSource(tx, ctx, dataSourceId));
  return connectorFor("POSTGRESQL").describe(toOpenSource(row), ctx.signal);
}
