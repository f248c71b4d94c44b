import type { Writable } from "node:stream";
import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import type { QuerySource, RowStream, Statement } from "@/lib/data-sources";
import { withTransaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { CompiledStatement } from "@/lib/queries/compile-sql";
import { type Asked, atWrittenPosition, compileForSource } from "@/lib/queries/compile-execution";
import type { QueryDefinition } from "@/lib/queries/schemas";
import { shownColumns } from "@/lib/queries/shown-columns";
import { watchRun } from "@/lib/queries/runs/cancel-watch";
import {
  elapsedMs,
  finishRun,
  insertRun,
  newRun,
  type RunFacts,
  type RunOutcome,
} from "@/lib/queries/runs/record-run";

export type StreamedQuestion = Asked & { dataSourceId: string; queryId: string | null };

export type StreamLimits = { timeoutMs: number; signal?: AbortSignal };

/** How a result is taken: rows as they arrive, or the source's own CSV where it writes one. */
export type Reader<T> = {
  rows(rows: RowStream): Promise<T>;
  /** Called with what writes the whole CSV; left out, rows are taken. */
  csv?(write: (sink: Writable) => Promise<{ rows: number }>): Promise<T>;
};

/**
 * Asks a source for any number of rows, past the cache, and records the run with the purpose EXPORT. Throws
 * InvalidInputError and the source's AppErrors; `details.position` is in the text the person wrote.
 */
export async function streamQuery<T>(
  ctx: RequestContext,
  question: StreamedQuestion,
  limits: StreamLimits,
  reader: Reader<T>,
): Promise<T> {
  requirePermission(ctx, "query:export");
  const { dataSourceId, queryId, definition } = question;
  const { source, compiled } = await compileForSource(ctx, question);
  const run = newRun(ctx, {
    dataSourceId,
    queryId,
    purpose: "EXPORT",
    parameters: compiled.valuesByName,
    statement: queryId === null ? compiled.text : null,
  });
  await withTransaction(ctx, (tx) => insertRun(tx, ctx, run));
  let rows = 0;
  try {
    const answer = await recordedRead(ctx, run, limits, (signal) =>
      read(ctx, { source, compiled, definition }, { ...limits, signal }, reader, (count) => (rows += count)),
    );
    await finish(ctx, run, { rows, checksum: null, fromCache: false });
    return answer;
  } catch (error) {
    const shown = atWrittenPosition(error, compiled);
    await finish(ctx, run, { error: shown });
    throw shown;
  }
}

/** A run that somebody cancels in the history ends with their words. */
async function recordedRead<T>(
  ctx: RequestContext,
  run: RunFacts,
  { signal }: StreamLimits,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const stop = new AbortController();
  const endWatch = watchRun(run.id, {
    workspaceId: ctx.workspace.id,
    cancel: (reason) => stop.abort(new AppError("cancelled", reason)),
  });
  try {
    return await work(signal ? AbortSignal.any([signal, stop.signal]) : stop.signal);
  } catch (error) {
    throw stop.signal.aborted ? stop.signal.reason : error;
  } finally {
    endWatch();
  }
}

function read<T>(
  ctx: RequestContext,
  {
    source,
    compiled,
    definition,
  }: { source: QuerySource; compiled: CompiledStatement; definition: QueryDefinition },
  limits: StreamLimits & { signal: AbortSignal },
  reader: Reader<T>,
  onRows: (count: number) => void,
): Promise<T> {
  const statement: Statement = { text: compiled.text, values: compiled.values, zone: ctx.workspace.zone };
  const options = { ...limits, rowLimit: source.exportRowLimit };
  const { copyCsv } = source;
  if (reader.csv && copyCsv)
    return reader.csv(async (sink) => {
      const written = await copyCsv(statement, options, sink);
      onRows(written.rows);
      return written;
    });
  return source.stream(statement, options, ({ columns, batches }) =>
    reader.rows({ columns: shownColumns(columns, definition), batches: counted(batches, onRows) }),
  );
}

async function* counted(
  batches: RowStream["batches"],
  onRows: (count: number) => void,
): RowStream["batches"] {
  for await (const batch of batches) {
    onRows(batch.length);
    yield batch;
  }
}

function finish(ctx: RequestContext, run: RunFacts, outcome: RunOutcome): Promise<void> {
  return withTransaction(ctx, (tx) => finishRun(tx, ctx, run, { ...outcome, durationMs: elapsedMs(run) }));
}
