/** A definition, however it was made, to a statement in its source's dialect. Pure and client-safe. */
import type { Dialect } from "@/lib/data-sources/schemas";
import { assertNever } from "@/lib/errors";
import { checkBuilder, requireSound } from "@/lib/queries/builder/check";
import { compileBuilder } from "@/lib/queries/builder/compile";
import { hasPeriod } from "@/lib/queries/builder/has-period";
import { checkSql, type CompiledStatement, compileSql } from "@/lib/queries/compile-sql";
import { detectParameters } from "@/lib/queries/placeholders";
import type { ParameterDefinition, ParameterValues, QueryDefinition } from "@/lib/queries/schemas";
import type { DateRange } from "@/lib/time/ranges";

export type CompileOptions = {
  dialect: Dialect;
  values: ParameterValues;
  now: Date;
  /** IANA zone in which days begin. */
  zone: string;
  /** 1 = Monday … 7 = Sunday. */
  weekStartsOn: number;
  /** The period of the dashboard or report that shows the query. */
  period?: DateRange;
  /** Attributes of the person who reads, by name without `me.`; absent when nobody in particular does. */
  person?: Record<string, string>;
};

/** Throws InvalidInputError as `compileSql` and `compileBuilder` do. */
export function compileDefinition(definition: QueryDefinition, options: CompileOptions): CompiledStatement {
  switch (definition.kind) {
    case "sql":
      return compileSql(definition, options.values, options);
    case "builder":
      return compileBuilder(definition.builder, { ...options, parameters: definition.parameters });
    default:
      return assertNever(definition);
  }
}

/** What can be said before values are given. Throws InvalidInputError as the compilers do, values aside. */
export function checkDefinition(definition: QueryDefinition, dialect: Dialect): void {
  if (definition.kind === "sql") return checkSql(definition, dialect);
  requireSound(checkBuilder(definition.builder, undefined, definition.parameters));
}

/** True when both ends of the period that is shown change the answer. */
export function followsPeriod(definition: QueryDefinition): boolean {
  if (definition.kind === "builder") return hasPeriod(definition.builder.filters);
  const used = new Set(detectParameters(definition.sql));
  const isFilled = (name: string, type: ParameterDefinition["type"]) =>
    used.has(name) &&
    definition.parameters.some((parameter) => parameter.name === name && parameter.type === type);
  return (isFilled("from", "date") && isFilled("to", "date")) || isFilled("period", "date_range");
}
