import type { ResultSet } from "@/lib/charts/types";
import type { RequestContext } from "@/lib/context";
import { readQuerySource } from "@/lib/data-sources";
import { type Tx, withTransaction } from "@/lib/db";
import { type Asked, atWrittenPosition, compileExecution } from "@/lib/queries/compile-execution";
import type { CompiledStatement } from "@/lib/queries/compile-sql";
import { cacheKey } from "@/lib/queries/result-cache";
import { ask, firstTurn, type Question, type Turn } from "@/lib/queries/runs/ask";
import { newRun } from "@/lib/queries/runs/record-run";
import type { QueryDefinition, QueryPurpose } from "@/lib/queries/schemas";
import { shownColumns } from "@/lib/queries/shown-columns";

export type Execution = Asked & {
  dataSourceId: string;
  /** null for a definition that is not saved. */
  queryId: string | null;
  purpose: QueryPurpose;
  /** Asks the source even when an answer is kept. */
  isFresh?: boolean;
  /** A kept answer that is older is asked for anew. */
  maxAgeSeconds?: number;
};

/** An execution with everything it needs. */
export type Prepared = {
  definition: QueryDefinition;
  compiled: CompiledStatement;
  question: Question;
  turn: Turn;
};

/**
 * Binds and looks for a kept answer, in the transaction that found the definition; what it returns is answered as soon
 * as that has ended. Throws InvalidInputError.
 */
export async function prepareExecution(tx: Tx, ctx: RequestContext, execution: Execution): Promise<Prepared> {
  const { definition, purpose, dataSourceId, queryId, isFresh = false, maxAgeSeconds } = execution;
  const source = await readQuerySource(tx, ctx, dataSourceId);
  const compiled = await compileExecution(tx, ctx, source, execution);
  const statement = { text: compiled.text, values: compiled.values, zone: ctx.workspace.zone };
  const keepSeconds = definition.cacheSeconds ?? source.cacheSeconds;
  const key = cacheKey(source, statement, keepSeconds);
  const run = newRun(ctx, {
    dataSourceId,
    queryId,
    purpose,
    parameters: compiled.valuesByName,
    statement: purpose === "EDITOR" ? (definition.kind === "sql" ? definition.sql : compiled.text) : null,
  });
  const question = { source, statement, key, keepSeconds, isFresh, maxAgeSeconds, run };
  return { definition, compiled, question, turn: await firstTurn(tx, ctx, question) };
}

/**
 * Takes the kept answer or runs, records the run, and puts the definition's units on the columns. Throws the
 * source's AppErrors; `details.position` is in the text the person wrote.
 */
export async function answerPrepared(
  ctx: RequestContext,
  { definition, compiled, question, turn }: Prepared,
): Promise<ResultSet> {
  try {
    const { answer, fromCache } = await ask(ctx, question, turn);
    return { ...answer, columns: shownColumns(answer.columns, definition), fromCache };
  } catch (error) {
    throw atWrittenPosition(error, compiled);
  }
}

/** Both in turn. */
export async function executeDefinition(ctx: RequestContext, execution: Execution): Promise<ResultSet> {
  return answerPrepared(ctx, await withTransaction(ctx, (tx) => prepareExecution(tx, ctx, execution)));
}
