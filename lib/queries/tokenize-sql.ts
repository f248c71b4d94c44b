/**
 * Splits PostgreSQL text into what is quoted and what is code, by the rules of the server's own scanner
 * (PostgreSQL documentation, 4.1 Lexical Structure; `standard_conforming_strings` on). Pure and client-safe.
 */
import { InvalidInputError } from "@/lib/errors";

export type SegmentKind = "code" | "literal" | "identifier" | "comment";

/** `start` and `end` are offsets into the text, 0-based, `end` excluded. */
export type Segment = { kind: SegmentKind; start: number; end: number };

const WORD = /[A-Za-z0-9_$\u0080-\uffff]/;
const DOLLAR_TAG = /\$(?:[A-Za-z_\u0080-\uffff][A-Za-z0-9_\u0080-\uffff]*)?\$/y;
// PostgreSQL joins literals that only a line break (and comments) separate; an E'' goes on as an E''.
const CONTINUATION = /[^\S\n\r]*(?:--[^\n\r]*)?[\n\r](?:\s|--[^\n\r]*[\n\r])*'/y;

const NAMES = {
  literal: "text literal",
  identifier: "quoted name",
  comment: "comment",
  code: "code",
} as const satisfies Record<SegmentKind, string>;

export const segmentName = (kind: SegmentKind): string => NAMES[kind];

/** Every character belongs to exactly one segment. Throws InvalidInputError on a quote or comment without its end. */
export function tokenizeSql(sql: string): Segment[] {
  const segments: Segment[] = [];
  let codeStart = 0;
  let at = 0;
  while (at < sql.length) {
    const quoted = quotedAt(sql, at);
    if (!quoted) {
      at += 1;
      continue;
    }
    if (at > codeStart) segments.push({ kind: "code", start: codeStart, end: at });
    segments.push({ kind: quoted.kind, start: at, end: quoted.end });
    at = quoted.end;
    codeStart = at;
  }
  if (at > codeStart) segments.push({ kind: "code", start: codeStart, end: at });
  return segments;
}

function quotedAt(sql: string, at: number): { kind: SegmentKind; end: number } | null {
  const char = sql[at];
  if (char === "'") return { kind: "literal", end: literalEnd(sql, at) };
  if (char === '"') return { kind: "identifier", end: closingQuote(sql, at, '"', false) };
  if (char === "-" && sql[at + 1] === "-") return { kind: "comment", end: lineEnd(sql, at) };
  if (char === "/" && sql[at + 1] === "*") return { kind: "comment", end: blockCommentEnd(sql, at) };
  if (char === "$" && !isWordBefore(sql, at)) {
    const end = dollarQuoteEnd(sql, at);
    return end === null ? null : { kind: "literal", end };
  }
  return null;
}

export const isWordBefore = (sql: string, at: number): boolean => at > 0 && WORD.test(sql[at - 1] ?? "");
export const isWordAt = (sql: string, at: number): boolean => WORD.test(sql[at] ?? "");

function literalEnd(sql: string, start: number): number {
  const prefix = sql[start - 1];
  const escapes = (prefix === "E" || prefix === "e") && !isWordBefore(sql, start - 1);
  let end = closingQuote(sql, start, "'", escapes);
  if (!escapes) return end;
  for (;;) {
    CONTINUATION.lastIndex = end;
    if (!CONTINUATION.test(sql)) return end;
    end = closingQuote(sql, CONTINUATION.lastIndex - 1, "'", true);
  }
}

/** The offset after the closing quote; a doubled quote stands for itself. */
function closingQuote(sql: string, start: number, quote: string, escapes: boolean): number {
  let at = start + 1;
  while (at < sql.length) {
    const char = sql[at];
    if (escapes && char === "\\") at += 2;
    else if (char !== quote) at += 1;
    else if (sql[at + 1] === quote) at += 2;
    else return at + 1;
  }
  throw unterminated(quote === "'" ? "text literal" : "quoted name", `a closing ${quote}`, start);
}

function dollarQuoteEnd(sql: string, start: number): number | null {
  DOLLAR_TAG.lastIndex = start;
  const tag = DOLLAR_TAG.exec(sql)?.[0];
  if (!tag) return null;
  const close = sql.indexOf(tag, start + tag.length);
  if (close < 0) throw unterminated("text literal", `a closing ${tag}`, start);
  return close + tag.length;
}

function lineEnd(sql: string, start: number): number {
  const rest = sql.slice(start).search(/[\n\r]/);
  return rest < 0 ? sql.length : start + rest;
}

/** Block comments nest in PostgreSQL. */
function blockCommentEnd(sql: string, start: number): number {
  let depth = 0;
  let at = start;
  while (at < sql.length) {
    const pair = sql.slice(at, at + 2);
    if (pair === "/*") depth += 1;
    else if (pair === "*/") depth -= 1;
    at += pair === "/*" || pair === "*/" ? 2 : 1;
    if (depth === 0) return at;
  }
  throw unterminated("comment", "a closing */", start);
}

function unterminated(what: string, missing: string, start: number): InvalidInputError {
  return new InvalidInputError(`The ${what} that begins here has no end. Add ${missing}.`, {
    position: start + 1,
  });
}
