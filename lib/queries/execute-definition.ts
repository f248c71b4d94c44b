import type { ResultSet } from "@/lib/charts/types";
import type { RequestContext } from "@/lib/context";
import { findQuerySource } from "@/lib/data-sources";
import { type Asked, atWrittenPosition, compileExecution } from "@/lib/queries/compile-execution";
import { cacheKey } from "@/lib/queries/result-cache";
import { ask } from "@/lib/queries/runs/ask";
import { newRun } from "@/lib/queries/runs/record-run";
import type { QueryPurpose } from "@/lib/queries/schemas";
import { shownColumns } from "@/lib/queries/shown-columns";

export type Execution = Asked & {
  dataSourceId: string;
  /** null for a definition that is not saved. */
  queryId: string | null;
  purpose: QueryPurpose;
  /** Asks the source even when an answer is kept. */
  isFresh?: boolean;
};

/**
 * Binds, runs or takes the kept answer, records the run, and puts the definition's units on the columns.
 * Throws InvalidInputError and the source's AppErrors; `details.position` is in the text the person wrote.
 */
export async function executeDefinition(ctx: RequestContext, execution: Execution): Promise<ResultSet> {
  const { definition, purpose, dataSourceId, queryId } = execution;
  const source = await findQuerySource(ctx, dataSourceId);
  const compiled = await compileExecution(ctx, source, execution);
  const statement = { text: compiled.text, values: compiled.values, zone: ctx.workspace.zone };
  const keepSeconds = definition.cacheSeconds ?? source.cacheSeconds;
  try {
    const { answer, fromCache } = await ask(ctx, {
      source,
      statement,
      key: cacheKey(source, statement, keepSeconds),
      keepSeconds,
      isFresh: execution.isFresh ?? false,
      run: newRun(ctx, {
        dataSourceId,
        queryId,
        purpose,
        parameters: compiled.valuesByName,
        statement: purpose === "EDITOR" ? (definition.kind === "sql" ? definition.sql : compiled.text) : null,
      }),
    });
    return { ...answer, columns: shownColumns(answer.columns, definition), fromCache };
  } catch (error) {
    throw atWrittenPosition(error, compiled);
  }
}
