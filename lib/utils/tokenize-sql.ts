/**
 * Splits a text into what is quoted and what is code, by the rules of the scanner of the server that reads it.
 * Sources: PostgreSQL documentation, 4.1 Lexical Structure (`standard_conforming_strings` on), which DuckDB
 * follows; MySQL reference, 11.1 and 11.7 (`sql_mode` without ANSI_QUOTES and NO_BACKSLASH_ESCAPES); ClickHouse,
 * src/Parsers/Lexer.cpp. Pure and client-safe.
 */
import type { Dialect } from "@/lib/data-sources/schemas";
import { InvalidInputError } from "@/lib/errors";

export type SegmentKind = "code" | "literal" | "identifier" | "comment";

/** `start` and `end` are offsets into the text, 0-based, `end` excluded. */
export type Segment = { kind: SegmentKind; start: number; end: number };

type Quote = { kind: "literal" | "identifier"; hasEscapes: boolean };
type Rules = {
  quotes: Record<string, Quote>;
  /** What begins a comment that ends with its line. */
  lineComment: RegExp;
  lineEnd: RegExp;
  nestsComments: boolean;
  /** `tagged` is $tag$…$tag$; `here` takes anything between two dollar signs as the tag. */
  dollar: "tagged" | "here" | "none";
  /** E'' literals with backslash escapes. */
  hasEscapeLiterals: boolean;
};

const POSTGRESQL: Rules = {
  quotes: { "'": { kind: "literal", hasEscapes: false }, '"': { kind: "identifier", hasEscapes: false } },
  lineComment: /--/y,
  lineEnd: /[\n\r]/,
  nestsComments: true,
  dollar: "tagged",
  hasEscapeLiterals: true,
};
const RULES = {
  postgresql: POSTGRESQL,
  duckdb: POSTGRESQL,
  mysql: {
    quotes: {
      "'": { kind: "literal", hasEscapes: true },
      '"': { kind: "literal", hasEscapes: true },
      "`": { kind: "identifier", hasEscapes: false },
    },
    // Two dashes alone are two minus signs; a space or control character makes them a comment.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the server asks for exactly these.
    lineComment: /#|--(?=[\u0000-\u0020\u007f]|$)/y,
    lineEnd: /\n/,
    nestsComments: false,
    dollar: "none",
    hasEscapeLiterals: false,
  },
  clickhouse: {
    quotes: {
      "'": { kind: "literal", hasEscapes: true },
      '"': { kind: "identifier", hasEscapes: true },
      "`": { kind: "identifier", hasEscapes: true },
    },
    lineComment: /--|#[ !]/y,
    lineEnd: /\n/,
    nestsComments: true,
    dollar: "here",
    hasEscapeLiterals: false,
  },
} as const satisfies Record<Dialect, Rules>;

const WORD = /[A-Za-z0-9_$\u0080-\uffff]/;
const DOLLAR_TAG = /\$(?:[A-Za-z_\u0080-\uffff][A-Za-z0-9_\u0080-\uffff]*)?\$/y;
const HERE_TAG = /\$[^$]*\$/y;
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
export function tokenizeSql(sql: string, dialect: Dialect): Segment[] {
  const segments: Segment[] = [];
  let codeStart = 0;
  let at = 0;
  while (at < sql.length) {
    const quoted = quotedAt(sql, at, RULES[dialect]);
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

/** The text with comments as spaces and quoted parts as quotes, so that offsets stay and only code is matched. */
export function onlyCode(sql: string, segments: Segment[]): string {
  return segments
    .map(({ kind, start, end }) => {
      if (kind === "code") return sql.slice(start, end);
      return (kind === "comment" ? " " : "'").repeat(end - start);
    })
    .join("");
}

function quotedAt(sql: string, at: number, rules: Rules): { kind: SegmentKind; end: number } | null {
  const char = sql[at] ?? "";
  const quote = rules.quotes[char];
  if (quote) return { kind: quote.kind, end: quoteEnd(sql, at, quote, rules) };
  if (matchesAt(rules.lineComment, sql, at)) return { kind: "comment", end: lineEnd(sql, at, rules.lineEnd) };
  if (char === "/" && sql[at + 1] === "*") return { kind: "comment", end: blockCommentEnd(sql, at, rules) };
  if (char === "$" && rules.dollar !== "none" && !isWordBefore(sql, at)) {
    const end = rules.dollar === "tagged" ? dollarQuoteEnd(sql, at) : hereDocumentEnd(sql, at);
    return end === null ? null : { kind: "literal", end };
  }
  return null;
}

function matchesAt(pattern: RegExp, sql: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(sql);
}

export const isWordBefore = (sql: string, at: number): boolean => at > 0 && WORD.test(sql[at - 1] ?? "");
export const isWordAt = (sql: string, at: number): boolean => WORD.test(sql[at] ?? "");

function quoteEnd(sql: string, start: number, quote: Quote, rules: Rules): number {
  if (quote.kind === "identifier" || !rules.hasEscapeLiterals) return closingQuote(sql, start, quote);
  const prefix = sql[start - 1];
  const hasEscapes = (prefix === "E" || prefix === "e") && !isWordBefore(sql, start - 1);
  let end = closingQuote(sql, start, { ...quote, hasEscapes });
  if (!hasEscapes) return end;
  while (matchesAt(CONTINUATION, sql, end))
    end = closingQuote(sql, CONTINUATION.lastIndex - 1, { ...quote, hasEscapes });
  return end;
}

/** The offset after the closing quote; a doubled quote stands for itself. */
function closingQuote(sql: string, start: number, { kind, hasEscapes }: Quote): number {
  const quote = sql[start] ?? "";
  let at = start + 1;
  while (at < sql.length) {
    const char = sql[at];
    if (hasEscapes && char === "\\") at += 2;
    else if (char !== quote) at += 1;
    else if (sql[at + 1] === quote) at += 2;
    else return at + 1;
  }
  throw unterminated(NAMES[kind], `a closing ${quote}`, start);
}

function dollarQuoteEnd(sql: string, start: number): number | null {
  const end = hereDocumentEnd(sql, start, DOLLAR_TAG);
  if (end !== null || !matchesAt(DOLLAR_TAG, sql, start)) return end;
  throw unterminated("text literal", `a closing ${sql.slice(start, DOLLAR_TAG.lastIndex)}`, start);
}

/** null when the tag does not come again. */
function hereDocumentEnd(sql: string, start: number, pattern = HERE_TAG): number | null {
  if (!matchesAt(pattern, sql, start)) return null;
  const tag = sql.slice(start, pattern.lastIndex);
  const close = sql.indexOf(tag, start + tag.length);
  return close < 0 ? null : close + tag.length;
}

function lineEnd(sql: string, start: number, pattern: RegExp): number {
  const rest = sql.slice(start).search(pattern);
  return rest < 0 ? sql.length : start + rest;
}

function blockCommentEnd(sql: string, start: number, { nestsComments }: Rules): number {
  let depth = 1;
  let at = start + 2;
  while (at < sql.length) {
    const pair = sql.slice(at, at + 2);
    if (pair === "/*" && nestsComments) depth += 1;
    else if (pair === "*/") depth -= 1;
    at += (pair === "/*" && nestsComments) || pair === "*/" ? 2 : 1;
    if (depth === 0) return at;
  }
  throw unterminated("comment", "a closing */", start);
}

function unterminated(what: string, missing: string, start: number): InvalidInputError {
  return new InvalidInputError(`The ${what} that begins here has no end. Add ${missing}.`, {
    position: start + 1,
  });
}
