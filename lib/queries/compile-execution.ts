import type { RequestContext } from "@/lib/context";
import { type QuerySource, readQuerySource } from "@/lib/data-sources";
import type { Dialect } from "@/lib/data-sources/schemas";
import { type Tx, withTransaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Filter, FilterGroup } from "@/lib/queries/builder/schema";
import { compileDefinition } from "@/lib/queries/compile-definition";
import type { CompiledStatement } from "@/lib/queries/compile-sql";
import { readPerson } from "@/lib/queries/parameters/read-person";
import { detectPersonAttributes } from "@/lib/queries/placeholders";
import type { ParameterValues, QueryDefinition } from "@/lib/queries/schemas";
import { type DateRange, lastDayOf } from "@/lib/time/ranges";

/** A definition with everything its answer depends on but the source. */
export type Asked = {
  definition: QueryDefinition;
  values: ParameterValues;
  /** The period that is shown; fills `from` and `to`. */
  range?: DateRange;
  /** Attributes of the person who reads; looked up when they are needed and not given. */
  person?: Record<string, string>;
};

/** Compiles in the source's dialect, for the person and the workspace's zone. Throws InvalidInputError. */
export async function compileExecution(
  tx: Tx,
  ctx: RequestContext,
  source: Pick<QuerySource, "dialect">,
  { definition, values, range, person }: Asked,
): Promise<CompiledStatement> {
  const { zone, weekStartsOn } = ctx.workspace;
  return compileDefinition(definition, {
    dialect: source.dialect,
    values: valuesWithRange(definition, values, range),
    period: range,
    now: ctx.now(),
    zone,
    weekStartsOn,
    person: person ?? (needsPerson(definition, source.dialect) ? await readPerson(tx, ctx) : undefined),
  });
}

/** A source with what it is to be asked, read in one transaction. Throws NotFoundError and InvalidInputError. */
export function compileForSource(
  ctx: RequestContext,
  { dataSourceId, ...asked }: Asked & { dataSourceId: string },
): Promise<{ source: QuerySource; compiled: CompiledStatement }> {
  return withTransaction(ctx, async (tx) => {
    const source = await readQuerySource(tx, ctx, dataSourceId);
    return { source, compiled: await compileExecution(tx, ctx, source, asked) };
  });
}

/** Throws InvalidInputError as asking would, without asking; NotFoundError for a source that is not there. */
export async function checkExecution(
  ctx: RequestContext,
  asked: Asked & { dataSourceId: string },
): Promise<void> {
  await compileForSource(ctx, asked);
}

/** The source's words about a position, told in the text that was written. */
export function atWrittenPosition(error: unknown, compiled: CompiledStatement): unknown {
  if (!(error instanceof AppError) || error.code !== "query_failed") return error;
  const { position, ...details } = error.details;
  if (position === undefined) return error;
  const written = compiled.toWrittenPosition?.(position);
  return new AppError(error.code, error.message, {
    ...details,
    ...(written === undefined ? {} : { position: written }),
  });
}

/** `from`, `to` and `period` follow the period that is shown, whatever else was given. */
function valuesWithRange(
  { parameters }: QueryDefinition,
  values: ParameterValues,
  range: DateRange | undefined,
): ParameterValues {
  if (!range) return values;
  const filled = { ...values };
  for (const { name, type } of parameters) {
    if (type === "date" && name === "from") filled.from = range.from;
    if (type === "date" && name === "to") filled.to = range.to;
    if (type === "date_range" && name === "period")
      filled.period = { kind: "absolute", from: range.from, to: lastDayOf(range) };
  }
  return filled;
}

function needsPerson(definition: QueryDefinition, dialect: Dialect): boolean {
  if (definition.kind === "sql") return detectPersonAttributes(definition.sql, dialect).length > 0;
  const { filters, having } = definition.builder;
  return [filters, having].some(asksForReader);
}

const asksForReader = (item: Filter | FilterGroup): boolean =>
  item.kind === "group"
    ? item.items.some(asksForReader)
    : item.value?.kind === "parameter" && item.value.name.startsWith("me.");
