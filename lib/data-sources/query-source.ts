import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { connectorFor, type SourceResult, type Statement } from "@/lib/data-sources/connectors";
import { findDataSource, toOpenSource } from "@/lib/data-sources/find-data-source";
import { withTransaction } from "@/lib/db";

/** A source as the query runner sees it: it can be asked, and says when its answers may no longer be reused. */
export type QuerySource = {
  id: string;
  name: string;
  cacheSeconds: number;
  /** Two answers are interchangeable only when these are equal: the same server, user and row limit. */
  answerFingerprint: string;
  /** Throws AppError source_unreachable, query_failed (details.position in the text), query_timeout, cancelled. */
  run(statement: Statement, signal?: AbortSignal): Promise<SourceResult>;
};

/** For saved queries, which every member may see answered. Throws NotFoundError. */
export async function findQuerySource(ctx: RequestContext, dataSourceId: string): Promise<QuerySource> {
  requirePermission(ctx, "query:read");
  const row = await withTransaction(ctx, (tx) => findDataSource(tx, ctx, dataSourceId));
  const source = toOpenSource(row);
  return {
    id: row.id,
    name: row.name,
    cacheSeconds: row.cacheSeconds,
    answerFingerprint: `${source.fingerprint}:${row.rowLimit}`,
    run: (statement, signal) => connectorFor("POSTGRESQL").run(source, statement, signal),
  };
}
