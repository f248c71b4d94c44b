/** `[[ and clinic = {{clinic}} ]]`: what is left out when a parameter inside has no value. Pure and client-safe. */
import { InvalidInputError } from "@/lib/errors";
import { type Placeholder, READER } from "@/lib/queries/placeholders";
import { onlyCode, type Segment } from "@/lib/queries/tokenize-sql";

/** Offsets into the text, 0-based, brackets included, `end` excluded. */
export type OptionalPart = { start: number; end: number; inside: Placeholder[] };

/**
 * The optional parts of a text. Only brackets around a parameter make one, so that nested arrays stay what they
 * are. Throws InvalidInputError with `details.position` for one without an end, one inside another, and one
 * that would drop what depends on the person who reads.
 */
export function findOptionalParts(
  sql: string,
  segments: Segment[],
  placeholders: Placeholder[],
): OptionalPart[] {
  const code = onlyCode(sql, segments);
  const parts: OptionalPart[] = [];
  let at = code.indexOf("[[");
  while (at >= 0) {
    const part = partAt(code, at, placeholders);
    if (part) parts.push(part);
    at = code.indexOf("[[", part ? part.end : at + 2);
  }
  return parts;
}

function partAt(code: string, start: number, placeholders: Placeholder[]): OptionalPart | null {
  if (/\barray$/i.test(code.slice(Math.max(0, start - 6), start))) return null;
  const close = closeOf(code, start + 2);
  const end = close === "none" ? code.length : close;
  if (end === null) return null;
  const inside = placeholders.filter((placeholder) => placeholder.start > start && placeholder.end <= end);
  if (inside.length === 0) return null;
  if (close === "none")
    throw new InvalidInputError("The optional part that begins here has no end. Add ]].", {
      position: start + 1,
    });
  for (let at = code.indexOf("[[", start + 2); at >= 0 && at < end; at = code.indexOf("[[", at + 2))
    if (partAt(code, at, placeholders))
      throw new InvalidInputError(
        "An optional part stands inside another. Put them one after the other, or write one without the brackets.",
        { position: at + 1 },
      );
  refuseReader(inside);
  return { start, end, inside };
}

// Whoever left the other value out would see what the person may not.
function refuseReader(inside: Placeholder[]): void {
  const reader = inside.find(({ name }) => name === READER);
  if (reader)
    throw new InvalidInputError(
      `{{${reader.key}}} is always known and stands in an optional part, which can be left out. Take it out of the double brackets.`,
      { position: reader.start + 1 },
    );
}

/** The offset after the `]]` that belongs; null when single brackets close first, "none" when nothing does. */
function closeOf(code: string, from: number): number | null | "none" {
  let depth = 0;
  for (let at = from; at < code.length; at += 1) {
    if (code[at] === "[") depth += 1;
    if (code[at] !== "]") continue;
    if (depth > 0) depth -= 1;
    else return code[at + 1] === "]" ? at + 2 : null;
  }
  return "none";
}

/** The text with the brackets of optional parts blank, and those that are left out blank as a whole: offsets stay. */
export function blankOptionalParts(
  sql: string,
  parts: OptionalPart[],
  isLeftOut: (part: OptionalPart) => boolean,
): string {
  let text = "";
  let from = 0;
  for (const part of parts) {
    const written = sql.slice(part.start, part.end);
    const kept = isLeftOut(part) ? written.replace(/[^\r\n]/g, " ") : `  ${written.slice(2, -2)}  `;
    text += sql.slice(from, part.start) + kept;
    from = part.end;
  }
  return text + sql.slice(from);
}
