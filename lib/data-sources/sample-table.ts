import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { prepareTable } from "@/lib/charts/prepare-table";
import type { TableModel } from "@/lib/charts/types";
import type { RequestContext } from "@/lib/context";
import { connectorFor } from "@/lib/data-sources/connectors";
import { inFairQueue, ownerOf } from "@/lib/data-sources/fair-queue";
import { findDataSource, openSource } from "@/lib/data-sources/find-data-source";
import { readSchema } from "@/lib/data-sources/kept-schema";
import { quoteIdentifier } from "@/lib/data-sources/quote-identifier";
import { DIALECTS, type Dialect, type SchemaTable, TableSampleInput } from "@/lib/data-sources/schemas";
import { withTransaction } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";

const SAMPLE_ROWS = 20;
/** Somebody looks on; a view that takes longer is not what a glance is for. */
const SAMPLE_LIMIT_MS = 15_000;

/**
 * The first rows of a table, in no order, as people see them. Throws NotFoundError for a table that the source's
 * schema does not have, and AppError source_unreachable, query_failed, query_timeout, cancelled.
 */
export async function sampleTable(
  ctx: RequestContext,
  input: z.input<typeof TableSampleInput>,
): Promise<TableModel> {
  requirePermission(ctx, "query:run");
  const { dataSourceId, schema, table: name } = TableSampleInput.parse(input);
  const row = await withTransaction(ctx, (tx) => findDataSource(tx, ctx, dataSourceId));
  const { tables } = await readSchema(ctx, row, { isFresh: false });
  const table = tables.find((candidate) => candidate.schema === schema && candidate.name === name);
  if (!table) throw new NotFoundError("table");

  const opened = await openSource(ctx, row);
  const source = {
    ...opened,
    rowLimit: SAMPLE_ROWS,
    statementTimeoutMs: Math.min(opened.statementTimeoutMs, SAMPLE_LIMIT_MS),
  };
  const { zone, locale } = ctx.workspace;
  const statement = { text: sampleText(table, DIALECTS[source.kind]), values: [], zone };
  const result = await inFairQueue(source, { owner: ownerOf(ctx), signal: ctx.signal }, () =>
    connectorFor(source).run(source, statement, ctx.signal),
  );
  return prepareTable(
    { ...result, truncated: false, asOf: ctx.now().toISOString(), fromCache: false },
    { kind: "table", title: "", columns: [], totals: false, maxRows: SAMPLE_ROWS },
    { zone, locale },
  );
}

/** By name, because the source's user may be allowed some of the columns only. */
function sampleText(table: SchemaTable, dialect: Dialect): string {
  const quoted = (name: string) => quoteIdentifier(name, dialect);
  const columns = table.columns.map((column) => quoted(column.name)).join(", ");
  const from = [table.schema, table.name].filter(Boolean).map(quoted).join(".");
  return `SELECT ${columns} FROM ${from} LIMIT ${SAMPLE_ROWS}`;
}
