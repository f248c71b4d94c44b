/**
 * A query's text and values to a statement with bind parameters: values never become part of the text, so
 * none can change what the statement does. Pure and client-safe.
 */
import type { Dialect } from "@/lib/data-sources/schemas";
import { InvalidInputError } from "@/lib/errors";
import { type BoundValue, bindList, bindRange, bindValue, type Clock } from "@/lib/queries/bind-value";
import { type Binder, createBinder } from "@/lib/queries/parameters/binder";
import { blankOptionalParts, findOptionalParts } from "@/lib/queries/parameters/optional-parts";
import {
  findDeclared,
  hasValue,
  refuseReaderValues,
  type Resolution,
  type Resolved,
  resolveParameter,
} from "@/lib/queries/parameters/resolve";
import { findPlaceholders, type Placeholder, READER } from "@/lib/queries/placeholders";
import { type ReplacedPiece, writtenPosition } from "@/lib/queries/positions";
import type { ParameterDefinition, ParameterValues, SqlDefinition } from "@/lib/queries/schemas";
import { requireOneReadingStatement } from "@/lib/queries/statement-rules";
import { onlyCode, type Segment, tokenizeSql } from "@/lib/utils/tokenize-sql";

export type CompiledStatement = {
  /** With the placeholders of the dialect: see `Statement` of the connectors. */
  text: string;
  /** In the order of the placeholders. */
  values: BoundValue[];
  /** The same values by how they are written: `clinic`, `period.from`, `me.department`. */
  valuesByName: Record<string, BoundValue | BoundValue[]>;
  /**
   * Position in `text` as the server counts it (characters, 1-based) to the offset (1-based) in the written text;
   * absent when nobody wrote one.
   */
  toWrittenPosition?(position: number): number;
};

/** Of a text that somebody wrote. */
export type CompiledSql = CompiledStatement & Required<Pick<CompiledStatement, "toWrittenPosition">>;

export type SqlOptions = Clock & {
  dialect: Dialect;
  /** Attributes of the person who reads, by name without `me.`; absent when nobody in particular does. */
  person?: Record<string, string>;
};

type SqlText = Pick<SqlDefinition, "sql" | "parameters">;

/**
 * Compiles one reading statement. Throws InvalidInputError with `details.position` for an empty statement, more
 * than one, one that does not read, a misplaced or undeclared parameter, and a value that is missing or of the
 * wrong type.
 */
export function compileSql(definition: SqlText, values: ParameterValues, options: SqlOptions): CompiledSql {
  refuseReaderValues(values);
  const { dialect } = options;
  const isGiven = (parameter: ParameterDefinition) => hasValue(parameter, values);
  const { sql, segments, placeholders } = readText(definition, dialect, isGiven);
  const resolution: Resolution = { ...options, parameters: definition.parameters, values };
  const code = onlyCode(sql, segments);
  const binder = createBinder(dialect);
  const valuesByName: CompiledStatement["valuesByName"] = {};
  const pieces: ReplacedPiece[] = [];
  let text = "";
  let from = 0;
  for (const placeholder of placeholders) {
    const position = placeholder.start + 1;
    const resolved = resolveParameter(resolution, placeholder, { position });
    requireFit(code, placeholder, resolved, dialect);
    valuesByName[placeholder.key] = resolved.isList ? resolved.values : (resolved.values[0] ?? null);
    text += sql.slice(from, placeholder.start);
    const replacement = write(binder, placeholder.key, resolved);
    pieces.push({ at: text.length, length: replacement.length, written: placeholder });
    text += replacement;
    from = placeholder.end;
  }
  text += sql.slice(from);
  return {
    text,
    values: binder.values,
    valuesByName,
    toWrittenPosition: (position) => writtenPosition(text, pieces, position),
  };
}

/** What can be said about a query before values are given: throws as {@link compileSql} does, values aside. */
export function checkSql(definition: SqlText, dialect: Dialect): void {
  // With every optional part, and with none.
  readText(definition, dialect, () => true);
  readText(definition, dialect, () => false);
  checkParameters(definition.parameters);
}

/** Throws InvalidInputError for a name declared twice, a list of what cannot be one, and an unsound default. */
export function checkParameters(parameters: ParameterDefinition[]): void {
  const names = new Set<string>();
  for (const parameter of parameters) {
    const { name, type } = parameter;
    if (names.has(name)) throw unsound(name, `The parameter ${name} is declared twice. Remove one.`);
    names.add(name);
    if (parameter.isList && (type === "date_range" || type === "boolean"))
      throw unsound(name, `The parameter ${name} cannot be a list. Lists hold texts, numbers or days.`);
    if (parameter.default !== undefined) checkDefault(parameter, parameter.default);
  }
}

function checkDefault(parameter: ParameterDefinition, value: ParameterValues[string]): void {
  const { type } = parameter;
  if (value === null) return;
  const anyTime = { now: new Date(0), zone: "UTC", weekStartsOn: 1 };
  if (type === "date_range") bindRange(parameter, value, anyTime);
  else if (parameter.isList) bindList({ ...parameter, type }, value);
  else bindValue({ ...parameter, type }, value);
}

const unsound = (parameter: string, message: string) => new InvalidInputError(message, { parameter });

/** The text without the optional parts that are left out. Offsets are those of the written text. */
function readText(
  { sql, parameters }: SqlText,
  dialect: Dialect,
  isGiven: (parameter: ParameterDefinition) => boolean,
): { sql: string; segments: Segment[]; placeholders: Placeholder[] } {
  const segments = tokenizeSql(sql, dialect);
  const placeholders = findPlaceholders(sql, segments);
  const declared = new Map<string, ParameterDefinition>();
  for (const placeholder of placeholders)
    if (placeholder.name !== READER)
      declared.set(
        placeholder.name,
        findDeclared(parameters, placeholder, { position: placeholder.start + 1 }),
      );
  const parts = findOptionalParts(sql, segments, placeholders);
  const isMissing = ({ name }: Placeholder) => {
    const parameter = declared.get(name);
    return parameter !== undefined && !parameter.isRequired && !isGiven(parameter);
  };
  const text = blankOptionalParts(sql, parts, (part) => part.inside.some(isMissing));
  // Read again, because it is this text that is sent.
  const read = tokenizeSql(text, dialect);
  requireOneReadingStatement(text, read, dialect);
  return { sql: text, segments: read, placeholders: findPlaceholders(text, read) };
}

/** An empty list is NULL: nothing is in it, and the statement stays one. */
function write(binder: Binder, key: string, { type, isList, values }: Resolved): string {
  if (!isList) return binder.bind(key, type, values[0] ?? null);
  const elements = values.length === 0 ? [null] : values;
  return elements.map((value, index) => binder.bind(`${key}[${index}]`, type, value)).join(", ");
}

function requireFit(code: string, placeholder: Placeholder, { isList }: Resolved, dialect: Dialect): void {
  const { key, start, end } = placeholder;
  const before = code.slice(0, start).trimEnd();
  const after = code.slice(end).trimStart();
  const details = { position: start + 1, parameter: placeholder.name };
  if (isList && !(/[([,]$/.test(before) && /^[)\],]/.test(after)))
    throw new InvalidInputError(`{{${key}}} is a list. Write IN ({{${key}}}).`, details);
  if (dialect === "mysql" && /\b(?:limit|offset|limit\s+\d+\s*,)$/i.test(before))
    throw new InvalidInputError(
      `MySQL takes no parameter after LIMIT and OFFSET. Write a number, or number the rows with ROW_NUMBER() and compare with {{${key}}}.`,
      details,
    );
}
