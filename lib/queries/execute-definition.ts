import type { ResultSet } from "@/lib/charts/types";
import type { RequestContext } from "@/lib/context";
import { findQuerySource } from "@/lib/data-sources";
import { AppError } from "@/lib/errors";
import { compileDefinition } from "@/lib/queries/compile-definition";
import type { CompiledStatement } from "@/lib/queries/compile-sql";
import { cacheKey } from "@/lib/queries/result-cache";
import { ask } from "@/lib/queries/runs/ask";
import { newRun } from "@/lib/queries/runs/record-run";
import type { ParameterValues, QueryDefinition, QueryPurpose } from "@/lib/queries/schemas";
import type { DateRange } from "@/lib/time/ranges";

export type Execution = {
  dataSourceId: string;
  /** null for a definition that is not saved. */
  queryId: string | null;
  definition: QueryDefinition;
  values: ParameterValues;
  range?: DateRange;
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
  const compiled = compileDefinition(definition, {
    dialect: source.dialect,
    values: valuesWithRange(execution),
    period: execution.range,
    now: ctx.now(),
    zone: ctx.workspace.zone,
    weekStartsOn: ctx.workspace.weekStartsOn,
  });
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
    return { ...answer, columns: withUnits(answer.columns, definition), fromCache };
  } catch (error) {
    throw atWrittenPosition(error, compiled);
  }
}

/** `from` and `to` follow the period that is shown, whatever else was given. */
function valuesWithRange({ definition, values, range }: Execution): ParameterValues {
  if (!range) return values;
  const filled = definition.parameters.filter(
    ({ name, type }) => type === "date" && (name === "from" || name === "to"),
  );
  const fromRange = filled.map(({ name }) => [name, name === "from" ? range.from : range.to]);
  return { ...values, ...Object.fromEntries(fromRange) };
}

function withUnits(columns: ResultSet["columns"], definition: QueryDefinition): ResultSet["columns"] {
  return columns.map((column) => {
    const unit = Object.hasOwn(definition.columnUnits, column.name)
      ? definition.columnUnits[column.name]
      : undefined;
    return unit ? { ...column, unit } : column;
  });
}

function atWrittenPosition(error: unknown, compiled: CompiledStatement): unknown {
  if (!(error instanceof AppError) || error.code !== "query_failed") return error;
  const { position, ...details } = error.details;
  if (position === undefined) return error;
  return new AppError(error.code, error.message, {
    ...details,
    position: compiled.toWrittenPosition(position),
  });
}
