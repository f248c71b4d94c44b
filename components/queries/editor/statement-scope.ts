/** What a text that is being written reads from. Pure; copes with texts that are not finished. */
import type { Dialect } from "@/lib/data-sources/schemas";
import { InvalidInputError } from "@/lib/errors";
import { type Segment, tokenizeSql } from "@/lib/utils/tokenize-sql";

/** `path` is the name in its parts, e.g. ["shop", "sales"]; `alias` how the text calls it. */
export type ScopeTable = { path: string[]; alias: string | null };
export type StatementScope = {
  tables: ScopeTable[];
  /** Names given by WITH. */
  ctes: string[];
};

type Token = { text: string; isName: boolean; isQuoted: boolean };

const WORD_OR_MARK = /[\p{L}_][\p{L}\p{N}_$]*|[^\s]/gu;

/** The tables after FROM and JOIN with their aliases, and the names that WITH gives. */
export function scopeOf(sql: string, dialect: Dialect): StatementScope {
  const tokens = tokensOf(sql, dialect);
  const scope: StatementScope = { tables: [], ctes: [] };
  for (let at = 0; at < tokens.length; at += 1) {
    const word = tokens[at];
    if (!word?.isName || word.isQuoted) continue;
    if (/^(from|join)$/i.test(word.text)) readTables(tokens, at + 1, scope.tables);
    if (/^(with|recursive)$/i.test(word.text)) readCtes(tokens, at + 1, scope.ctes);
  }
  return scope;
}

/** Where the cursor stands: in code, in quotes or a comment. */
export function kindAt(sql: string, at: number, dialect: Dialect): Segment["kind"] {
  const { segments, openFrom } = readableSegments(sql, dialect);
  if (openFrom !== null && at > openFrom) return sql[openFrom] === "'" ? "literal" : "comment";
  // A comment to the end of its line goes on at that end.
  const isOpenEnded = ({ kind, start, end }: Segment) =>
    kind === "comment" && at === end && !sql.startsWith("/*", start);
  const found = segments.find((part) => at > part.start && (at < part.end || isOpenEnded(part)));
  return found?.kind ?? "code";
}

/** The segments up to the quote or comment that has no end yet. */
function readableSegments(sql: string, dialect: Dialect): { segments: Segment[]; openFrom: number | null } {
  try {
    return { segments: tokenizeSql(sql, dialect), openFrom: null };
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    const openFrom = (error.details.position ?? 1) - 1;
    return { segments: openFrom > 0 ? tokenizeSql(sql.slice(0, openFrom), dialect) : [], openFrom };
  }
}

function tokensOf(sql: string, dialect: Dialect): Token[] {
  return readableSegments(sql, dialect).segments.flatMap(({ kind, start, end }): Token[] => {
    const text = sql.slice(start, end);
    if (kind === "identifier") return [{ text: unquote(text), isName: true, isQuoted: true }];
    if (kind !== "code") return [];
    return [...text.matchAll(WORD_OR_MARK)].map(([found]) => ({
      text: found,
      isName: /^[\p{L}_]/u.test(found),
      isQuoted: false,
    }));
  });
}

function unquote(text: string): string {
  const quote = text.slice(0, 1);
  return text.slice(1, -1).replaceAll(quote + quote, quote);
}

const NO_ALIAS =
  /^(where|join|on|using|left|right|inner|outer|full|cross|natural|group|order|having|limit|offset|fetch|union|intersect|except|window|qualify|final|prewhere|sample|settings|for|lateral|array|asof|global|any|all|semi|anti|positional|tablesample|straight_join|and|or|set|select|with)$/i;

/** One table, or several with commas between. */
function readTables(tokens: readonly Token[], from: number, tables: ScopeTable[]): void {
  let at = from;
  for (;;) {
    while (/^(lateral|only)$/i.test(tokens[at]?.text ?? "") && tokens[at + 1]?.isName) at += 1;
    const path: string[] = [];
    while (tokens[at]?.isName) {
      path.push(tokens[at]?.text ?? "");
      at += 1;
      if (tokens[at]?.text !== ".") break;
      at += 1;
    }
    if (path.length === 0) return;
    if (/^as$/i.test(tokens[at]?.text ?? "")) at += 1;
    const next = tokens[at];
    const isAlias = next?.isName && (next.isQuoted || !NO_ALIAS.test(next.text));
    tables.push({ path, alias: isAlias ? next.text : null });
    if (isAlias) at += 1;
    if (tokens[at]?.text !== ",") return;
    at += 1;
  }
}

/** `a as (…), b (x, y) as materialized (…)`. */
function readCtes(tokens: readonly Token[], from: number, ctes: string[]): void {
  let at = from;
  while (tokens[at]?.isName) {
    const name = tokens[at]?.text ?? "";
    at += 1;
    if (tokens[at]?.text === "(") at = afterParentheses(tokens, at);
    if (!/^as$/i.test(tokens[at]?.text ?? "")) return;
    at += 1;
    while (/^(not|materialized)$/i.test(tokens[at]?.text ?? "")) at += 1;
    if (tokens[at]?.text !== "(") return;
    ctes.push(name);
    at = afterParentheses(tokens, at);
    if (tokens[at]?.text !== ",") return;
    at += 1;
  }
}

function afterParentheses(tokens: readonly Token[], from: number): number {
  let depth = 0;
  for (let at = from; at < tokens.length; at += 1) {
    if (tokens[at]?.text === "(") depth += 1;
    if (tokens[at]?.text === ")") depth -= 1;
    if (depth === 0) return at + 1;
  }
  return tokens.length;
}
