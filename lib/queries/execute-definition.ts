import type { ResultSet } from "@/lib/charts/types";
import type { RequestContext } from "@/lib/context";
import { findQuerySource, type QuerySource } from "@/lib/data-sources";
import { AppError } from "@/lib/errors";
import { compileDefinition } from "@/lib/queries/compile-definition";
import type { CompiledStatement } from "@/lib/queries/compile-sql";
import { recordRun } from "@/lib/queries/record-run";
import { type Answer, cacheKey, readCache, writeCache } from "@/lib/queries/result-cache";
import type { ParameterValues, QueryDefinition, QueryPurpose } from "@/lib/queries/schemas";
import { type Flights, joinFlight } from "@/lib/queries/single-flight";
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

type Landed = { answer: Answer; fromCache: boolean };

// On globalThis, because the bundler may load this module more than once in one process. Between processes
// the kept answer does the same; two that ask within the same moment both ask the source.
const holder = globalThis as typeof globalThis & { broadsheetQueryFlights?: Flights<Landed> };

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
  const startedAt = performance.now();
  const facts = () => ({
    dataSourceId,
    queryId,
    purpose,
    parameters: compiled.valuesByName,
    durationMs: Math.round(performance.now() - startedAt),
  });
  try {
    const { answer, fromCache, joined } = await ask(ctx, source, compiled, execution.isFresh ?? false);
    await recordRun(ctx, facts(), { answer, fromCache: fromCache || joined });
    return { ...answer, columns: withUnits(answer.columns, definition), fromCache };
  } catch (error) {
    const shown = atWrittenPosition(error, compiled);
    await recordRun(ctx, facts(), { error: shown });
    throw shown;
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

async function ask(
  ctx: RequestContext,
  source: QuerySource,
  compiled: CompiledStatement,
  isFresh: boolean,
): Promise<Landed & { joined: boolean }> {
  const statement = { text: compiled.text, values: compiled.values, zone: ctx.workspace.zone };
  const key = cacheKey(source, statement);
  holder.broadsheetQueryFlights ??= new Map();
  const { promise, joined } = joinFlight(
    holder.broadsheetQueryFlights,
    `${ctx.workspace.id}:${key}:${isFresh}`,
    ctx.signal,
    async (signal): Promise<Landed> => {
      const kept = source.cacheSeconds > 0 && !isFresh ? await readCache(ctx, key) : null;
      if (kept) return { answer: kept, fromCache: true };
      const result = await source.run(statement, signal);
      const answer = { ...result, asOf: ctx.now().toISOString() };
      if (source.cacheSeconds > 0) await writeCache(ctx, source, key, answer);
      return { answer, fromCache: false };
    },
  );
  return { ...(await promise), joined };
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
