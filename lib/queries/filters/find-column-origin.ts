import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import type { ColumnOrigin } from "@/lib/queries/filters/figure-filter";
import { findRunnable } from "@/lib/queries/runs/find-runnable";

/**
 * The column of a source's table behind a column of a query's answer; undefined where nobody knows: for SQL, for
 * measures and calculated columns. Throws NotFoundError.
 */
export async function findColumnOrigin(
  ctx: RequestContext,
  { queryId, column, vouchedBy }: { queryId: string; column: string; vouchedBy: string | null },
): Promise<ColumnOrigin | undefined> {
  requirePermission(ctx, "query:read");
  const { definition, dataSourceId } = await withTransaction(ctx, (tx) =>
    findRunnable(tx, ctx, queryId, vouchedBy),
  );
  if (definition.kind !== "builder") return undefined;
  const { tables, dimensions } = definition.builder;
  const dimension = dimensions.find(({ name }) => name === column);
  if (dimension?.field.kind !== "column") return undefined;
  const { field, grain } = dimension;
  const table = tables.find(({ id }) => id === field.table);
  return (
    table && {
      dataSourceId,
      schema: table.schema,
      table: table.name,
      column: field.column,
      type: field.type,
      grain,
    }
  );
}
