/**
 * A query's text and values to a statement with bind parameters: values never become part of the text, so
 * none can change what the statement does. Pure and client-safe.
 */
import { InvalidInputError } from "@/lib/errors";
import { type BoundValue, bindValue } from "@/lib/queries/bind-value";
import type { ParameterDefinition, ParameterValues } from "@/lib/queries/schemas";
import { isWordAt, isWordBefore, type Segment, segmentName, tokenizeSql } from "@/lib/queries/tokenize-sql";

export type CompiledStatement = {
  text: string;
  /** In the order of `$1`, `$2`, … */
  values: BoundValue[];
  /** The same values by the name of their parameter. */
  valuesByName: Record<string, BoundValue>;
  /** Position in `text` as the server counts it (characters, 1-based) to the offset (1-based) in the written text. */
  toWrittenPosition(position: number): number;
};

const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g;
const NAME = /^[a-z][a-z0-9_]{0,62}$/;
const READING = new Set(["select", "with", "values", "table", "show", "explain"]);
const SQL_TYPE = {
  text: "text",
  number: "numeric",
  boolean: "boolean",
  date: "date",
} as const satisfies Record<ParameterDefinition["type"], string>;

type Placeholder = { name: string; start: number; end: number };

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
  checkStatement(sql, segments);
  const declared = new Map(parameters.map((parameter) => [parameter.name, parameter]));
  return findPlaceholders(sql, segments).map((placeholder) => {
    const parameter = declared.get(placeholder.name);
    if (!parameter) throw undeclared(placeholder, parameters);
    return { placeholder, parameter };
  });
}

/** The names of the parameters in order of first use. A text that cannot be read yet (typing) has none. */
export function detectParameters(sql: string): string[] {
  try {
    const found = findPlaceholders(sql, tokenizeSql(sql));
    return [...new Set(found.map((placeholder) => placeholder.name))];
  } catch (error) {
    if (error instanceof InvalidInputError) return [];
    throw error;
  }
}

/** Line and column (both 1-based) of a 1-based offset, and the line's text. */
export function lineAndColumn(
  sql: string,
  position: number,
): { line: number; column: number; lineText: string } {
  const before = sql.slice(0, position - 1);
  const start = before.lastIndexOf("\n") + 1;
  const lineText = sql.slice(start).split("\n", 1)[0]?.replace(/\r$/, "") ?? "";
  return { line: before.split("\n").length, column: [...before.slice(start)].length + 1, lineText };
}

function checkStatement(sql: string, segments: Segment[]): void {
  if (sql.includes("\0"))
    throw new InvalidInputError("The query contains a zero character. Delete it.", {
      position: sql.indexOf("\0") + 1,
    });
  const code = blankQuoted(sql, segments);
  const first = /[^\s;(]/.exec(code);
  if (!first) throw new InvalidInputError("The query is empty. Write a SELECT statement.", { position: 1 });
  const word = /^[A-Za-z_]+/.exec(code.slice(first.index))?.[0] ?? "";
  if (!READING.has(word.toLowerCase()))
    throw new InvalidInputError(
      `A query only reads: begin with SELECT or WITH, not with ${JSON.stringify(word || sql[first.index])}.`,
      { position: first.index + 1 },
    );
  const second = /;[\s;]*[^\s;]/.exec(code.slice(first.index));
  if (second) {
    const position = first.index + second.index + second[0].length;
    throw new InvalidInputError(
      "A query is one statement; a second one begins here. Delete it, or make it a query of its own.",
      { position },
    );
  }
  const positional = /(?<![A-Za-z0-9_$\u0080-\uffff])\$\d+/.exec(code);
  if (positional)
    throw new InvalidInputError(
      `Parameters are written by name. Replace ${positional[0]} by {{name}} and say its type below the query.`,
      { position: positional.index + 1 },
    );
}

/** The text with comments as spaces and quoted parts as quotes, so that offsets stay and only code is matched. */
function blankQuoted(sql: string, segments: Segment[]): string {
  return segments
    .map(({ kind, start, end }) => {
      if (kind === "code") return sql.slice(start, end);
      return (kind === "comment" ? " " : "'").repeat(end - start);
    })
    .join("");
}

function findPlaceholders(sql: string, segments: Segment[]): Placeholder[] {
  return segments.flatMap((segment) => {
    const matches = [...sql.slice(segment.start, segment.end).matchAll(PLACEHOLDER)];
    return matches.flatMap((match) => {
      const start = segment.start + match.index;
      const placeholder = { name: match[1] ?? "", start, end: start + match[0].length };
      if (segment.kind === "code") return [checkedPlaceholder(sql, placeholder)];
      // Array literals such as '{{1,2},{3,4}}' are no placeholders.
      if (!NAME.test(placeholder.name)) return [];
      throw new InvalidInputError(
        `The parameter {{${placeholder.name}}} stands inside a ${segmentName(segment.kind)}, where it has no effect. ${ADVICE[segment.kind]}`,
        { position: start + 1 },
      );
    });
  });
}

const ADVICE: Record<Exclude<Segment["kind"], "code">, string> = {
  literal: "Take it out of the quotes: it brings its own, and || joins texts.",
  identifier: "A parameter is a value, never the name of a table or column.",
  comment: "Take it out of the comment, or write it without the braces.",
};

function checkedPlaceholder(sql: string, placeholder: Placeholder): Placeholder {
  const { name, start, end } = placeholder;
  if (!NAME.test(name))
    throw new InvalidInputError(
      `"${name}" is no name for a parameter. Names have lower-case letters, digits and _, e.g. {{clinic_name}}.`,
      { position: start + 1 },
    );
  if (isWordBefore(sql, start) || isWordAt(sql, end))
    throw new InvalidInputError(
      `The parameter {{${name}}} touches another word. It is a value and cannot be part of a name: put a space between.`,
      { position: start + 1 },
    );
  return placeholder;
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
