/** A query of the builder as SQL that people read, and go on writing. One way: SQL does not become a builder's query. */
import { InvalidInputError } from "@/lib/errors";
import { findPlaceholders } from "@/lib/queries/placeholders";
import type { ParameterDefinition } from "@/lib/queries/schemas";
import { tokenizeSql } from "@/lib/utils/tokenize-sql";
import type { RangeChoice } from "@/lib/time/ranges";
import { checkModel, requireSound } from "./check";
import { sqlDialect } from "./dialects";
import { Bound } from "./fragments";
import { createModel } from "./model";
import type { BuilderQuery } from "./schema";
import { type CompileBuilderOptions, type Given, type ValueSource, wrong } from "./scope";
import { writeStatement } from "./statement";
import { statementBuilder } from "./statement-compiler";
import { dayAfter } from "./values";

export type ShowOptions = Pick<CompileBuilderOptions, "dialect" | "parameters" | "zone" | "weekStartsOn">;

/**
 * The statement with literals and `{{parameters}}`, and the parameters it needs: those declared, the period as `from`
 * and `to`, and one for each relative range ("last full month"), which stays relative by being its default.
 * Throws InvalidInputError as `compileBuilder` does, values aside, and for a name that SQL here cannot write.
 */
export function builderToSql(
  builder: BuilderQuery,
  options: ShowOptions,
): { sql: string; parameters: ParameterDefinition[] } {
  const model = createModel(builder);
  requireSound(checkModel(model, undefined, options.parameters));
  const parameters = [...options.parameters];
  const dialect = sqlDialect(options.dialect, options.zone);
  const sql = writeStatement(statementBuilder(dialect, null), {
    model,
    dialect,
    weekStartsOn: options.weekStartsOn,
    today: dialect.today(),
    source: parametersThemselves(parameters),
  });
  requireWritable(sql, options);
  return { sql, parameters };
}

/** Adds to `parameters` what the text needs besides. */
function parametersThemselves(parameters: ParameterDefinition[]): ValueSource {
  const isOptional = (name: string) => parameters.some((each) => each.name === name && !each.isRequired);
  const rangeNamed = (name: string): Given => ({
    kind: "range",
    from: new Bound("date", null, `${name}.from`),
    to: new Bound("date", null, `${name}.to`),
    isOptional: isOptional(name),
  });
  return {
    parameter: (name, type) => ({
      kind: "values",
      values: [new Bound(type, null, name)],
      isOptional: isOptional(name),
    }),
    rangeParameter: rangeNamed,
    range(range) {
      if (range.kind === "relative") return rangeNamed(relativeRange(parameters, range));
      return {
        kind: "range",
        from: new Bound("date", range.from),
        to: new Bound("date", dayAfter(range.to)),
      };
    },
    period(path) {
      for (const name of ["from", "to"]) declareDay(parameters, name, path);
      return { kind: "range", from: new Bound("date", null, "from"), to: new Bound("date", null, "to") };
    },
  };
}

function declareDay(parameters: ParameterDefinition[], name: string, path: string): void {
  const declared = parameters.find((each) => each.name === name);
  if (!declared)
    parameters.push({ name, label: "", type: "date", isList: false, options: null, isRequired: true });
  else if (declared.type !== "date" || declared.isList)
    throw wrong(
      `In SQL the period is written {{from}} and {{to}}, and there is a parameter ${name} already. Give it another name.`,
      path,
    );
}

function relativeRange(
  parameters: ParameterDefinition[],
  range: Extract<RangeChoice, { kind: "relative" }>,
): string {
  const isSame = ({ type, default: preset }: ParameterDefinition) =>
    type === "date_range" && JSON.stringify(preset) === JSON.stringify(range);
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? range.name : `${range.name}_${count}`;
    const declared = parameters.find((each) => each.name === name);
    if (declared && !isSame(declared)) continue;
    if (!declared)
      parameters.push({
        name,
        label: "",
        type: "date_range",
        isList: false,
        options: null,
        default: range,
        isRequired: true,
      });
    return name;
  }
}

/** A table called {{clinic}} would be read as a parameter. */
function requireWritable(sql: string, { dialect }: ShowOptions): void {
  try {
    findPlaceholders(sql, tokenizeSql(sql, dialect));
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    throw new InvalidInputError(
      "A table, column or result of this query has double braces in its name, which SQL here reads as a parameter. Keep the query in the builder.",
    );
  }
}
