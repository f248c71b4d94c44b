/** Where `{{parameters}}` stand in a query's text. Pure and client-safe. */
import type { z } from "zod";
import { InvalidInputError } from "@/lib/errors";
import type { ParameterDefinition } from "@/lib/queries/schemas";
import { isWordAt, isWordBefore, type Segment, segmentName, tokenizeSql } from "@/lib/queries/tokenize-sql";

/** Offsets into the text, 0-based, `end` excluded. */
export type Placeholder = { name: string; start: number; end: number };

const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g;
const NAME = /^[a-z][a-z0-9_]{0,62}$/;

/** Throws InvalidInputError with `details.position` for one that is misplaced or badly named. */
export function findPlaceholders(sql: string, segments: Segment[]): Placeholder[] {
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

/**
 * The declarations a text needs, in order of first use: known ones are kept, new ones get a type by their name,
 * and one that was renamed keeps what was said about it. While a text cannot be read (typing), nothing changes.
 */
export function syncParameters(sql: string, declared: Declared[]): Declared[] {
  const names = detectParameters(sql);
  if (names.length === 0 && /\{\{/.test(sql)) return declared;
  const added = names.filter((name) => !declared.some((parameter) => parameter.name === name));
  const removed = declared.filter((parameter) => !names.includes(parameter.name));
  const renamed = added.length === 1 && removed.length === 1 ? removed[0] : undefined;
  const next = names.map(
    (name) =>
      declared.find((parameter) => parameter.name === name) ??
      (renamed ? { ...renamed, name } : { name, label: "", type: guessType(name) }),
  );
  const isSame = next.length === declared.length && next.every((entry, index) => entry === declared[index]);
  return isSame ? declared : next;
}

/** As it is typed: a label may be missing. */
type Declared = z.input<typeof ParameterDefinition>;

function guessType(name: string): Declared["type"] {
  if (/^(from|to|day|date|since|until)$|_(date|day|on|from|to)$/.test(name)) return "date";
  if (/^(is|has|with|only)_/.test(name)) return "boolean";
  if (/^(n|limit|count|amount|min|max|year)$|^(min|max)_|_(count|amount|days|limit|id)$/.test(name))
    return "number";
  return "text";
}
