import type { Writable } from "node:stream";
import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import {
  connectorFor,
  type OpenServer,
  type OpenSource,
  type RowStream,
  type SourceResult,
  type Statement,
  type StreamOptions,
} from "@/lib/data-sources/connectors";
import { copyCsv } from "@/lib/data-sources/connectors/postgres-copy";
import { inFairQueue, ownerOf } from "@/lib/data-sources/fair-queue";
import { findAskable, knownSource } from "@/lib/data-sources/find-data-source";
import { DIALECTS, type Dialect } from "@/lib/data-sources/schemas";
import { type Tx, withTransaction } from "@/lib/db";

/** A source as the query runner sees it: it can be asked, and says when its answers may no longer be reused. */
export type QuerySource = {
  id: string;
  name: string;
  dialect: Dialect;
  cacheSeconds: number;
  /** Two answers are interchangeable only when these are equal: the same server, user and row limit. */
  answerFingerprint: string;
  /** Rows of one export at most; null is no limit. */
  exportRowLimit: number | null;
  /**
   * Waits for a fair turn first, as all of these. Throws AppError source_unreachable, query_failed (details.position
   * in the text), query_timeout, cancelled.
   */
  run(statement: Statement, signal?: AbortSignal): Promise<SourceResult>;
  /** The steps the source would take, one line each. Errors as `run`. */
  explain(statement: Statement, signal?: AbortSignal): Promise<string[]>;
  /** Lends the rows to `read` while they arrive, whatever their number. Errors as `run`. */
  stream<T>(statement: Statement, options: StreamOptions, read: (rows: RowStream) => Promise<T>): Promise<T>;
  /** The source's own CSV, formulas guarded, with a head; null where it writes none. Errors as `run`. */
  copyCsv:
    | ((statement: Statement, options: StreamOptions, sink: Writable) => Promise<{ rows: number }>)
    | null;
};

/** For saved queries, which every member may see answered. Throws NotFoundError. */
export async function readQuerySource(
  tx: Tx,
  ctx: RequestContext,
  dataSourceId: string,
): Promise<QuerySource> {
  requirePermission(ctx, "query:read");
  const row = await findAskable(tx, ctx, dataSourceId);
  const source = await knownSource(tx, ctx, row);
  const connector = connectorFor(source);
  const owner = ownerOf(ctx);
  const inTurn = <T>(
    turn: { signal?: AbortSignal; waitLimitMs?: number },
    work: (open: OpenSource) => Promise<T>,
  ) => inFairQueue(source, { owner, ...turn }, async () => work(await source.open()));
  return {
    id: row.id,
    name: row.name,
    dialect: DIALECTS[source.kind],
    cacheSeconds: row.cacheSeconds,
    answerFingerprint: `${source.fingerprint}:${row.rowLimit}`,
    exportRowLimit: row.exportRowLimit,
    run: (statement, signal) => inTurn({ signal }, (open) => connector.run(open, statement, signal)),
    explain: (statement, signal) => inTurn({ signal }, (open) => connector.explain(open, statement, signal)),
    stream: (statement, options, read) =>
      inTurn(waitOf(options), (open) => connector.stream(open, statement, options, read)),
    copyCsv:
      source.kind === "POSTGRESQL"
        ? (statement, options, sink) =>
            inTurn(waitOf(options), (open) =>
              copyCsv(open as OpenServer, statement, { ...options, guardFormulas: true }, sink),
            )
        : null,
  };
}

const waitOf = ({ signal, timeoutMs }: StreamOptions) => ({ signal, waitLimitMs: timeoutMs });

/** The same in a transaction of its own. */
export function findQuerySource(ctx: RequestContext, dataSourceId: string): Promise<QuerySource> {
  return withTransaction(ctx, (tx) => readQuerySource(tx, ctx, dataSourceId));
}
