/** What may be meant at the cursor of an expression. Pure. */
import type { FunctionDefinition } from "@/lib/queries/builder/expression/functions";

export type Completion = {
  label: string;
  note: string;
  /** Takes the place of what is written from `from` to the cursor. */
  insert: string;
  /** Where the cursor then stands, counted from the end of what was inserted. */
  back: number;
};
export type Completions = { from: number; items: Completion[] };

export type ExpressionColumn = { /** As it is written in brackets. */ name: string; words: string };

const MOST = 8;

/**
 * Columns after `[`, columns and functions after a letter; nothing elsewhere. `at` counts from 0. A `]` inside
 * a name is written twice.
 */
export function completeExpression(
  text: string,
  at: number,
  columns: readonly ExpressionColumn[],
  functions: readonly Pick<FunctionDefinition, "name" | "signature" | "args">[],
): Completions {
  const before = text.slice(0, at);
  const open = openBracket(before);
  if (open !== null) {
    const typed = before.slice(open + 1).toLowerCase();
    const closes = text[at] === "]" ? 0 : 1;
    return { from: open, items: columnItems(columns, typed, closes === 0) };
  }
  if (isInText(before)) return { from: at, items: [] };
  const word = /[A-Za-z_][A-Za-z0-9_]*$/.exec(before)?.[0] ?? "";
  if (word === "") return { from: at, items: [] };
  const typed = word.toLowerCase();
  const found = functions
    .filter(({ name }) => name.startsWith(typed))
    .map(({ name, signature, args }) => ({
      label: signature,
      note: "function",
      insert: `${name}()`,
      back: args.length > 0 ? 1 : 0,
    }));
  return { from: at - word.length, items: [...found, ...columnItems(columns, typed, false)].slice(0, MOST) };
}

function columnItems(columns: readonly ExpressionColumn[], typed: string, isClosed: boolean): Completion[] {
  const rank = (name: string) => (name.toLowerCase().startsWith(typed) ? 0 : 1);
  return columns
    .filter(({ name, words }) => `${name} ${words}`.toLowerCase().includes(typed))
    .sort((one, other) => rank(one.name) - rank(other.name))
    .slice(0, MOST)
    .map(({ name, words }) => ({
      label: `[${name}]`,
      note: words,
      insert: `[${name.replaceAll("]", "]]")}${isClosed ? "" : "]"}`,
      back: 0,
    }));
}

/** Where the bracket that is still open begins; null when there is none. */
function openBracket(before: string): number | null {
  const open = before.lastIndexOf("[");
  return open === -1 || before.slice(open).includes("]") || isInText(before.slice(0, open)) ? null : open;
}

/** True behind a quote that has no end yet. */
const isInText = (before: string): boolean => (before.match(/'/g)?.length ?? 0) % 2 === 1;
