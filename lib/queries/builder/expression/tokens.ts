/** Splits an expression into its words. Positions count from 1. */
import { InvalidInputError } from "@/lib/errors";

export type Token = {
  kind: "number" | "text" | "column" | "name" | "symbol" | "end";
  /** Unquoted: what a text or a column says. Names in lower case. */
  text: string;
  position: number;
};

/** As many tokens as people write by hand, several times over. */
const MOST_TOKENS = 600;
const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,2})?/y;
const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
const SYMBOL = /<>|!=|<=|>=|[-+*/%=<>&(),]/y;
const CLOSING = { "'": "'", '"': '"', "[": "]" } as const;

/** Throws InvalidInputError with `details.position`. The last token is the end. */
export function tokenize(expression: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    while (/\s/.test(expression[at] ?? "")) at += 1;
    if (at >= expression.length) break;
    if (tokens.length >= MOST_TOKENS)
      throw new ExpressionError(
        "This expression is too long. Divide it into several calculated columns.",
        at + 1,
      );
    const token = quotedAt(expression, at) ?? plainAt(expression, at);
    tokens.push(token.token);
    at = token.end;
  }
  return [...tokens, { kind: "end", text: "", position: expression.length + 1 }];
}

/** What is wrong in an expression, at the character `position` (1-based). */
export class ExpressionError extends InvalidInputError {
  constructor(message: string, position: number) {
    super(message, { position });
  }
}

type Read = { token: Token; end: number };

/** A quote inside is written twice. */
function quotedAt(expression: string, start: number): Read | null {
  const open = expression[start];
  if (open !== "'" && open !== '"' && open !== "[") return null;
  const close = CLOSING[open];
  let text = "";
  for (let at = start + 1; at < expression.length; at += 1) {
    if (expression[at] !== close) text += expression[at];
    else if (expression[at + 1] === close) {
      text += close;
      at += 1;
    } else
      return { token: { kind: open === "[" ? "column" : "text", text, position: start + 1 }, end: at + 1 };
  }
  const what = open === "[" ? "column name" : "text";
  throw new ExpressionError(`The ${what} that begins here has no end. Add ${close}.`, start + 1);
}

function plainAt(expression: string, start: number): Read {
  for (const [kind, pattern] of [
    ["number", NUMBER],
    ["name", NAME],
    ["symbol", SYMBOL],
  ] as const) {
    pattern.lastIndex = start;
    const match = pattern.exec(expression)?.[0];
    if (match === undefined) continue;
    const end = start + match.length;
    if (kind === "number" && /[A-Za-z0-9_.]/.test(expression[end] ?? ""))
      throw new ExpressionError("This number is not complete, or touches another word.", start + 1);
    return { token: { kind, text: kind === "name" ? match.toLowerCase() : match, position: start + 1 }, end };
  }
  const shown = String.fromCodePoint(expression.codePointAt(start) ?? 0);
  throw new ExpressionError(
    `${JSON.stringify(shown)} means nothing here. Columns are written as [name], texts as 'text'.`,
    start + 1,
  );
}
