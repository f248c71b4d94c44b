import { InvalidInputError } from "@/lib/errors";
import type { Segment } from "@/lib/queries/tokenize-sql";

/** How a statement that reads can begin. The read-only transaction is what refuses writing; this says it sooner. */
const READING = new Set(["select", "with", "values", "table", "show", "explain"]);

/** Throws InvalidInputError with `details.position` unless the text is exactly one statement that reads. */
export function requireOneReadingStatement(sql: string, segments: Segment[]): void {
  if (sql.includes("\0"))
    throw new InvalidInputError("The query contains a zero character. Delete it.", {
      position: sql.indexOf("\0") + 1,
    });
  const code = blankQuoted(sql, segments);
  const first = /[^\s;(]/.exec(code);
  if (!first) throw new InvalidInputError("The query is empty. Write a SELECT statement.", { position: 1 });
  const word = /^[A-Za-z_]+/.exec(code.slice(first.index))?.[0] ?? "";
  if (!READING.has(word.toLowerCase()))
    throw new InvalidInputError(
      `A query only reads: begin with SELECT or WITH, not with ${JSON.stringify(word || sql[first.index])}.`,
      { position: first.index + 1 },
    );
  const second = /;[\s;]*[^\s;]/.exec(code.slice(first.index));
  if (second) {
    const position = first.index + second.index + second[0].length;
    throw new InvalidInputError(
      "A query is one statement; a second one begins here. Delete it, or make it a query of its own.",
      { position },
    );
  }
  const positional = /(?<![A-Za-z0-9_$\u0080-\uffff])\$\d+/.exec(code);
  if (positional)
    throw new InvalidInputError(
      `Parameters are written by name. Replace ${positional[0]} by {{name}} and say its type below the query.`,
      { position: positional.index + 1 },
    );
}

/** The text with comments as spaces and quoted parts as quotes, so that offsets stay and only code is matched. */
function blankQuoted(sql: string, segments: Segment[]): string {
  return segments
    .map(({ kind, start, end }) => {
      if (kind === "code") return sql.slice(start, end);
      return (kind === "comment" ? " " : "'").repeat(end - start);
    })
    .join("");
}
