import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { findDataSource } from "@/lib/data-sources/find-data-source";
import { readSchema } from "@/lib/data-sources/kept-schema";
import { ReadSchemaInput, type SourceSchema } from "@/lib/data-sources/schemas";
import { withTransaction } from "@/lib/db";

/**
 * The tables and columns the source's user may read: what the source said last time, or when asked to be fresh, what
 * it says now. Throws AppError source_unreachable, query_timeout, cancelled.
 */
export async function describeDataSource(
  ctx: RequestContext,
  input: z.input<typeof ReadSchemaInput>,
): Promise<SourceSchema> {
  requirePermission(ctx, "data_source:read");
  const { dataSourceId, isFresh } = ReadSchemaInput.parse(input);
  const row = await withTransaction(ctx, (tx) => findDataSource(tx, ctx, dataSourceId));
  return readSchema(ctx, row, { isFresh });
}
