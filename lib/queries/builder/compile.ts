/**
 * A query of the builder to a statement in its source's dialect. Names are quoted identifiers and values are bound,
 * so that neither can change what the statement does. Pure and client-safe.
 */
import { sql } from "kysely";
import type { BoundValue } from "@/lib/queries/bind-value";
import { createBinder } from "@/lib/queries/parameters/binder";
import { refuseReaderValues } from "@/lib/queries/parameters/resolve";
import { resolveRange } from "@/lib/time/ranges";
import { checkModel, requireSound } from "./check";
import { sqlDialect } from "./dialects";
import { Bound } from "./fragments";
import { createModel } from "./model";
import type { BuilderQuery } from "./schema";
import { type ValuesByName, valuesOfRun } from "./run-values";
import type { CompileBuilderOptions } from "./scope";
import { writeStatement } from "./statement";
import { statementBuilder } from "./statement-compiler";

export type { CompileBuilderOptions } from "./scope";

export type CompiledBuilder = {
  text: string;
  /** In the order of the placeholders. */
  values: BoundValue[];
  /** What parameters, the period and attributes of the person were bound to. */
  valuesByName: ValuesByName;
  /** Of the result, in order: sources may cut long names. */
  columnNames: string[];
};

/**
 * Throws InvalidInputError: `details.fields` leads to the part that is wrong (`builder.filters.items.0.value`), or to
 * the value that is missing (`values.clinic`).
 */
export function compileBuilder(builder: BuilderQuery, options: CompileBuilderOptions): CompiledBuilder {
  const model = createModel(builder);
  requireSound(checkModel(model, undefined, options.parameters));
  refuseReaderValues(options.values);
  const binder = createBinder(options.dialect);
  const valuesByName: ValuesByName = {};
  const dialect = sqlDialect(options.dialect, options.zone);
  const { from: today } = resolveRange(
    { kind: "relative", name: "today" },
    options.now,
    options.zone,
    options.weekStartsOn,
  );
  const text = writeStatement(statementBuilder(dialect, binder), {
    model,
    dialect,
    weekStartsOn: options.weekStartsOn,
    today: sql`${new Bound("date", today)}`,
    source: valuesOfRun(options, valuesByName),
  });
  const columnNames = [...builder.dimensions, ...builder.measures].map(({ name }) => name);
  return { text, values: binder.values, valuesByName, columnNames };
}
