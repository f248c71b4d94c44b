/** `[[ and clinic = {{clinic}} ]]`: what is left out when a parameter inside has no value. Pure and client-safe. */
import { InvalidInputError } from "@/lib/errors";
import { type Placeholder, READER } from "@/lib/queries/placeholders";
import { onlyCode, type Segment } from "@/lib/utils/tokenize-sql";

/** Offsets into the text, 0-based, brackets included, `end` excluded. */
export type OptionalPart = { start: number; end: number; inside: Placeholder[] };

type Text = {
  /** Quoted parts blank. */
  code: string;
  /** The offset of the bracket that closes, by the offset of the one that opens. */
  closing: Map<number, number>;
  /** In the order of the text. */
  placeholders: Placeholder[];
};

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
  if (placeholders.length === 0) return [];
  const code = onlyCode(sql, segments);
  const text: Text = { code, closing: matchBrackets(code), placeholders };
  const parts: OptionalPart[] = [];
  for (let at = code.indexOf("[["); at >= 0; ) {
    const end = partEnd(text, at);
    if (end !== null) parts.push(readPart(text, at, end));
    at = code.indexOf("[[", end ?? at + 2);
  }
  return parts;
}

/** null for brackets that are no optional part. */
function partEnd({ code, closing, placeholders }: Text, start: number): number | null {
  if (/\barray$/i.test(code.slice(Math.max(0, start - 6), start))) return null;
  const close = closing.get(start + 1);
  // An array's inner brackets close on their own: [[1],[2]].
  if (close !== undefined && code[close + 1] !== "]") return null;
  const end = close === undefined ? code.length : close + 2;
  const first = placeholders[firstAfter(placeholders, start)];
  if (!first || first.end > end) return null;
  if (close !== undefined) return end;
  throw new InvalidInputError("The optional part that begins here has no end. Add ]].", {
    position: start + 1,
  });
}

function readPart(text: Text, start: number, end: number): OptionalPart {
  const { code, placeholders } = text;
  for (let at = code.indexOf("[[", start + 2); at >= 0 && at < end; at = code.indexOf("[[", at + 2))
    if (partEnd(text, at) !== null)
      throw new InvalidInputError(
        "An optional part stands inside another. Put them one after the other, or write one without the brackets.",
        { position: at + 1 },
      );
  const inside = placeholders.slice(firstAfter(placeholders, start), firstAfter(placeholders, end));
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

function matchBrackets(code: string): Map<number, number> {
  const open: number[] = [];
  const closing = new Map<number, number>();
  for (const { 0: bracket, index } of code.matchAll(/[[\]]/g)) {
    if (bracket === "[") open.push(index);
    else {
      const opened = open.pop();
      if (opened !== undefined) closing.set(opened, index);
    }
  }
  return closing;
}

/** The index of the first placeholder that begins after the offset, by halving. */
function firstAfter(placeholders: Placeholder[], offset: number): number {
  let low = 0;
  let high = placeholders.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((placeholders[middle]?.start ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
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
