/**
 * A query's text and values to a statement with bind parameters: values never become part of the text, so
 * none can change what the statement does. Pure and client-safe.
 */
import { InvalidInputError } from "@/lib/errors";
import { type BoundValue, bindValue } from "@/lib/queries/bind-value";
import type { ParameterDefinition, ParameterValues } from "@/lib/queries/schemas";
import { findPlaceholders, type Placeholder } from "@/lib/queries/placeholders";
import { requireOneReadingStatement } from "@/lib/queries/statement-rules";
import { tokenizeSql } from "@/lib/queries/tokenize-sql";

export type CompiledStatement = {
  text: string;
  /** In the order of `$1`, `$2`, … */
  values: BoundValue[];
  /** The same values by the name of their parameter. */
  valuesByName: Record<string, BoundValue>;
  /** Position in `text` as the server counts it (characters, 1-based) to the offset (1-based) in the written text. */
  toWrittenPosition(position: number): number;
};

const SQL_TYPE = {
  text: "text",
  number: "numeric",
  boolean: "boolean",
  date: "date",
} as const satisfies Record<ParameterDefinition["type"], string>;

/**
 * Compiles one reading statement. Throws InvalidInputError with `details.position` for an empty statement, more
 * than one, one that does not read, a misplaced or undeclared parameter, and a value that is missing or of the
 * wrong type.
 */
export function compileSql(
  sql: string,
  parameters: ParameterDefinition[],
  values: ParameterValues,
): CompiledStatement {
  const valuesByName = new Map<string, BoundValue>();
  const numbers = new Map<string, number>();
  const pieces: Piece[] = [];
  let text = "";
  let from = 0;
  for (const { placeholder, parameter } of usedParameters(sql, parameters)) {
    if (!valuesByName.has(parameter.name)) {
      valuesByName.set(parameter.name, valueOf(parameter, values, placeholder));
      numbers.set(parameter.name, valuesByName.size);
    }
    text += sql.slice(from, placeholder.start);
    // In parentheses, so that what follows in the text can never be read as part of the type.
    const replacement = `($${numbers.get(parameter.name)}::${SQL_TYPE[parameter.type]})`;
    pieces.push({ at: text.length, length: replacement.length, written: placeholder });
    text += replacement;
    from = placeholder.end;
  }
  text += sql.slice(from);
  return {
    text,
    values: [...valuesByName.values()],
    valuesByName: Object.fromEntries(valuesByName),
    toWrittenPosition: (position) => writtenPosition(text, pieces, position),
  };
}

/** What can be said about a query before values are given: throws as {@link compileSql} does, values aside. */
export function checkSql(sql: string, parameters: ParameterDefinition[]): void {
  usedParameters(sql, parameters);
  const names = new Set<string>();
  for (const parameter of parameters) {
    if (names.has(parameter.name))
      throw new InvalidInputError(`The parameter ${parameter.name} is declared twice. Remove one.`, {
        parameter: parameter.name,
      });
    names.add(parameter.name);
    if (parameter.default !== undefined) bindValue(parameter, parameter.default);
  }
}

function usedParameters(
  sql: string,
  parameters: ParameterDefinition[],
): { placeholder: Placeholder; parameter: ParameterDefinition }[] {
  const segments = tokenizeSql(sql);
  requireOneReadingStatement(sql, segments);
  const declared = new Map(parameters.map((parameter) => [parameter.name, parameter]));
  return findPlaceholders(sql, segments).map((placeholder) => {
    const parameter = declared.get(placeholder.name);
    if (!parameter) throw undeclared(placeholder, parameters);
    return { placeholder, parameter };
  });
}

function undeclared(placeholder: Placeholder, parameters: ParameterDefinition[]): InvalidInputError {
  const known = parameters.map((parameter) => `{{${parameter.name}}}`).join(", ");
  const advice = known ? `Declared are ${known}.` : "Say its type below the query.";
  return new InvalidInputError(`The parameter {{${placeholder.name}}} is not declared. ${advice}`, {
    position: placeholder.start + 1,
    parameter: placeholder.name,
  });
}

function valueOf(
  parameter: ParameterDefinition,
  values: ParameterValues,
  placeholder: Placeholder,
): BoundValue {
  const given = Object.hasOwn(values, parameter.name) ? values[parameter.name] : undefined;
  const value = given === undefined ? parameter.default : given;
  if (value !== undefined) return bindValue(parameter, value);
  const message = `The parameter ${parameter.label || parameter.name} has no value. Give one, or give the parameter a default.`;
  throw new InvalidInputError(message, {
    position: placeholder.start + 1,
    parameter: parameter.name,
    fields: { [`values.${parameter.name}`]: message },
  });
}

type Piece = { at: number; length: number; written: Placeholder };

function writtenPosition(text: string, pieces: Piece[], position: number): number {
  // The server counts characters, JavaScript counts UTF-16 units: they differ after an emoji.
  const offset = [...text].slice(0, Math.max(0, position - 1)).join("").length;
  let shift = 0;
  for (const piece of pieces) {
    if (offset < piece.at) break;
    if (offset < piece.at + piece.length) return piece.written.start + 1;
    shift = piece.written.end - (piece.at + piece.length);
  }
  return offset + shift + 1;
}
