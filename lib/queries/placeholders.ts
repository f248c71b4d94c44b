/** Where `{{parameters}}` stand in a query's text. Pure and client-safe. */
import type { z } from "zod";
import type { Dialect } from "@/lib/data-sources/schemas";
import { InvalidInputError } from "@/lib/errors";
import type { ParameterDefinition } from "@/lib/queries/schemas";
import { isWordAt, isWordBefore, type Segment, segmentName, tokenizeSql } from "@/lib/utils/tokenize-sql";

/** Offsets into the text, 0-based, `end` excluded. */
export type Placeholder = {
  /** As it is written: `clinic`, `period.from`, `me.department`. */
  key: string;
  /** Of the parameter, e.g. `period`; `me` for the person who reads. */
  name: string;
  /** After the point: an end of a date range, or an attribute of the person. */
  part: string | null;
  start: number;
  end: number;
};

/** The name under which the person who reads is written. */
export const READER = "me";

// Spaces are cut off afterwards: an expression that looked for them would take ages for many without an end.
const PLACEHOLDER = /\{\{([^{}]*)\}\}/g;
const KEY = /^([a-z][a-z0-9_]{0,62})(?:\.([a-z][a-z0-9_]{0,62}))?$/;

/** Throws InvalidInputError with `details.position` for one that is misplaced or badly named. */
export function findPlaceholders(sql: string, segments: Segment[]): Placeholder[] {
  return segments.flatMap((segment) => {
    const matches = [...sql.slice(segment.start, segment.end).matchAll(PLACEHOLDER)];
    return matches.flatMap((match) => {
      const key = (match[1] ?? "").trim();
      const start = segment.start + match.index;
      if (segment.kind === "code") return [readPlaceholder(sql, key, start, start + match[0].length)];
      // Array literals such as '{{1,2},{3,4}}' are no placeholders.
      if (!KEY.test(key)) return [];
      throw new InvalidInputError(
        `The parameter {{${key}}} stands inside a ${segmentName(segment.kind)}, where it has no effect. ${ADVICE[segment.kind]}`,
        { position: start + 1 },
      );
    });
  });
}

const ADVICE: Record<Exclude<Segment["kind"], "code">, string> = {
  literal: "Take it out of the quotes: it brings its own.",
  identifier: "A parameter is a value, never the name of a table or column.",
  comment: "Take it out of the comment, or write it without the braces.",
};

function readPlaceholder(sql: string, key: string, start: number, end: number): Placeholder {
  const position = start + 1;
  const [, name, part = null] = KEY.exec(key) ?? [];
  if (name === undefined)
    throw new InvalidInputError(
      `"${key}" is no name for a parameter. Names have lower-case letters, digits and _, e.g. {{clinic_name}}.`,
      { position },
    );
  if (name === READER && part === null)
    throw new InvalidInputError(
      "{{me}} is the person who reads. Say what of the person: {{me.department}}, {{me.email}}.",
      { position },
    );
  if (isWordBefore(sql, start) || isWordAt(sql, end))
    throw new InvalidInputError(
      `The parameter {{${key}}} touches another word. It is a value and cannot be part of a name: put a space between.`,
      { position },
    );
  return { key, name, part, start, end };
}

/** What a text uses, each once, in order of first use. A text that cannot be read yet (typing) uses nothing. */
function usedPlaceholders(sql: string, dialect: Dialect): Placeholder[] {
  try {
    const found = findPlaceholders(sql, tokenizeSql(sql, dialect));
    return found.filter(({ key }, index) => found.findIndex((other) => other.key === key) === index);
  } catch (error) {
    if (error instanceof InvalidInputError) return [];
    throw error;
  }
}

/** The names of the parameters in order of first use, without the person's attributes. */
export function detectParameters(sql: string, dialect: Dialect = "postgresql"): string[] {
  const names = usedPlaceholders(sql, dialect).map(({ name }) => name);
  return [...new Set(names)].filter((name) => name !== READER);
}

/** The attributes of the person who reads that a text uses, without `me.`, in order of first use. */
export function detectPersonAttributes(sql: string, dialect: Dialect = "postgresql"): string[] {
  return usedPlaceholders(sql, dialect).flatMap(({ name, part }) => (name === READER && part ? [part] : []));
}

/**
 * The declarations a text needs, in order of first use: known ones are kept, new ones get a type by their name,
 * and one that was renamed keeps what was said about it. While a text cannot be read (typing), nothing changes.
 */
export function syncParameters(
  sql: string,
  declared: Declared[],
  dialect: Dialect = "postgresql",
): Declared[] {
  const used = usedPlaceholders(sql, dialect);
  if (used.length === 0 && /\{\{/.test(sql)) return declared;
  const names = [...new Set(used.map(({ name }) => name))].filter((name) => name !== READER);
  const added = names.filter((name) => !declared.some((parameter) => parameter.name === name));
  const removed = declared.filter((parameter) => !names.includes(parameter.name));
  const renamed = added.length === 1 && removed.length === 1 ? removed[0] : undefined;
  const next = names.map(
    (name) =>
      declared.find((parameter) => parameter.name === name) ??
      (renamed ? { ...renamed, name } : newDeclaration(sql, used, name)),
  );
  const isSame = next.length === declared.length && next.every((entry, index) => entry === declared[index]);
  return isSame ? declared : next;
}

/** As it is typed: a label may be missing. */
type Declared = z.input<typeof ParameterDefinition>;

function newDeclaration(sql: string, used: Placeholder[], name: string): Declared {
  const own = used.filter((placeholder) => placeholder.name === name);
  const isRange = own.some(({ part }) => part !== null);
  const isList = new RegExp(String.raw`\bin\s*\(\s*\{\{\s*${name}\s*\}\}\s*\)`, "i").test(sql);
  // Whoever writes it into double brackets wants it to be left out.
  const isOptional = own.some(({ start }) => sql.lastIndexOf("[[", start) > sql.lastIndexOf("]]", start));
  return {
    name,
    label: "",
    type: isRange ? "date_range" : guessType(name),
    ...(isList ? { isList } : {}),
    ...(isOptional ? { isRequired: false } : {}),
  };
}

function guessType(name: string): Declared["type"] {
  if (/^(from|to|day|date|since|until)$|_(date|day|on|from|to)$/.test(name)) return "date";
  if (/^(is|has|with|only)_/.test(name)) return "boolean";
  if (/^(n|limit|count|amount|min|max|year)$|^(min|max)_|_(count|amount|days|limit|id)$/.test(name))
    return "number";
  return "text";
}
